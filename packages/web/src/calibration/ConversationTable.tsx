/** One conversation, category by category: each rater, the machine, and what was agreed; the open row says why. */
import type { CalibrationCell, CalibrationRater, Category } from '@rapport/contract';
import { Fragment, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { LevelStrip } from '../design/LevelStrip.tsx';
import { keysOfScale } from '../reviews/BlindReading.tsx';
import { pointName } from './calibration-words.ts';
import { PointTag } from './PointTag.tsx';

interface ConversationTableProps {
  raters: readonly CalibrationRater[];
  categories: readonly Category[];
  cells: readonly CalibrationCell[];
  /** Id of the open category. */
  current: string | null;
  mayAgree: boolean;
  isSaving: boolean;
  onOpen: (categoryId: string) => void;
  onAgree: (chosen: number | null, ruleUnclear: boolean, words: string) => void;
}

export function ConversationTable(props: ConversationTableProps) {
  const { raters, categories, cells, current, onOpen } = props;
  return (
    <table className="calibration-table">
      <thead>
        <tr>
          <th scope="col">Category</th>
          {raters.map(({ number, name, me }) => (
            <th key={number} scope="col" className="rater">
              {me ? 'You' : name}
            </th>
          ))}
          <th scope="col" className="machine">
            Machine
          </th>
          <th scope="col">Agreed</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => {
          const cell = cells.find(({ categoryId }) => categoryId === category.id);
          if (cell === undefined) return null;
          const isOpen = category.id === current;
          return (
            <Fragment key={category.id}>
              <tr className={`${cell.apart > 0 ? 'differs' : ''}${isOpen ? ' current' : ''}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="rating-name"
                    aria-expanded={isOpen}
                    onClick={() => onOpen(category.id)}
                  >
                    {category.name}
                  </button>
                </th>
                {raters.map(({ number }) => {
                  const reading = cell.readings.find(({ rater }) => rater === number);
                  return (
                    <td key={number} className="rater">
                      {reading ? (
                        <PointTag category={category} chosen={reading.chosen} />
                      ) : (
                        <span className="dim">–</span>
                      )}
                    </td>
                  );
                })}
                <td className="machine">
                  <Machine cell={cell} name={category.name} />
                </td>
                <td>
                  <Agreed cell={cell} category={category} />
                </td>
              </tr>
              {isOpen ? (
                <tr className="calibration-talk">
                  <td colSpan={raters.length + 3}>
                    <Talk key={`${cell.partId} ${cell.categoryId}`} {...props} cell={cell} category={category} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Machine({ cell: { machine }, name }: { cell: CalibrationCell; name: string }) {
  if (machine === null) return <span className="dim">people alone</span>;
  return (
    <LevelStrip
      name={name}
      score={
        machine.verdict === null
          ? { kind: 'not-called-for' }
          : { kind: 'scored', verdict: machine.verdict, confidence: machine.confidence }
      }
    />
  );
}

function Agreed({ cell: { consensus, apart, readings }, category }: { cell: CalibrationCell; category: Category }) {
  if (consensus?.ruleUnclear) return <span className="attention">rule unclear</span>;
  if (consensus) return <b>{pointName(category, consensus.chosen)}</b>;
  if (apart > 0) return <span className="dim">to discuss</span>;
  return <span className="dim">{readings.length > 1 ? 'all alike' : 'one reading'}</span>;
}

function Talk({
  cell,
  category,
  raters,
  mayAgree,
  isSaving,
  onAgree,
}: ConversationTableProps & { cell: CalibrationCell; category: Category }) {
  const { consensus, readings, machine } = cell;
  const [words, setWords] = useState(consensus?.words ?? '');
  const quotes = [...new Set(readings.flatMap((reading) => reading.quotes))];
  const isChosen = (chosen: number | null) =>
    consensus !== null && !consensus.ruleUnclear && consensus.chosen === chosen;
  const keys = keysOfScale(category.scale.points);
  return (
    <div className="talk">
      {quotes.map((quote) => (
        <blockquote key={quote} className="say-small">
          “{quote}”
        </blockquote>
      ))}
      <div className="talk-readings">
        {readings.map(({ rater, chosen, comment }) => {
          const who = raters.find(({ number }) => number === rater);
          return (
            <p key={rater}>
              <b>
                {who?.me ? 'You' : who?.name}, {pointName(category, chosen)}.
              </b>{' '}
              {comment === '' ? <span className="dim">No words.</span> : comment}
            </p>
          );
        })}
        {machine === null || machine.why === '' ? null : (
          <p>
            <b>Machine.</b> {machine.why}
          </p>
        )}
      </div>
      <p className="caption">{category.said}</p>
      {consensus === null ? null : (
        <p>
          <b>Agreed: {consensus.ruleUnclear ? 'the rule is unclear' : pointName(category, consensus.chosen)}.</b>{' '}
          {consensus.words} <span className="caption">Recorded by {consensus.by}.</span>
        </p>
      )}
      {mayAgree ? (
        <>
          <label className="talk-words">
            <span className="caption">Why, for whoever reads it later</span>
            <input
              className="review-field"
              maxLength={2000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
          <div className="talk-agree">
            <span className="caption">Agree on</span>
            {category.scale.labels.map((label, at) => (
              <Button
                key={label}
                size="small"
                kind={isChosen(at + 1) ? 'primary' : 'secondary'}
                aria-pressed={isChosen(at + 1)}
                shortcut={keys[at + 1] === undefined ? undefined : String(at + 1)}
                blocked={isSaving ? 'It is being recorded' : undefined}
                onClick={() => onAgree(at + 1, false, words)}
              >
                {label}
              </Button>
            ))}
            {category.allowNa ? (
              <Button
                size="small"
                kind={isChosen(null) ? 'primary' : 'secondary'}
                aria-pressed={isChosen(null)}
                shortcut="0"
                onClick={() => onAgree(null, false, words)}
              >
                N/A
              </Button>
            ) : null}
            <Button
              size="small"
              kind={consensus?.ruleUnclear ? 'primary' : 'quiet'}
              aria-pressed={consensus?.ruleUnclear === true}
              shortcut="F"
              onClick={() => onAgree(null, true, words)}
            >
              Rule is unclear
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
