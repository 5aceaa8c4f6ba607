/** Words that were proposed for a category: what went, what came, where they stand, and what trying them showed. */
import type { CalibrationWording } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { compareTexts } from './calibration-words.ts';

const standsWords: Record<CalibrationWording['stands'], string> = {
  published: 'They stand in the published scorecard.',
  draft: 'They stand in the draft of the scorecard.',
  no: 'They stand in no version of the scorecard.',
};

export function WordingItem({ wording, onTry }: { wording: CalibrationWording; onTry?: () => void }) {
  const { category, before, after, labels, words, by, at, stands, from, retests } = wording;
  const rows = [
    { name: 'Question', before: before.said, after: after.said },
    ...labels.map((name, point) => ({
      ...{ name, before: before.guidance[point] ?? '', after: after.guidance[point] ?? '' },
    })),
    { name: 'N/A when', before: before.naWhen, after: after.naWhen },
  ].filter((row) => row.before.trim() !== row.after.trim());
  return (
    <div className="wording">
      {rows.map((row) => (
        <p key={row.name}>
          <b>
            {category}, {row.name}.
          </b>{' '}
          <Change before={row.before} after={row.after} />
        </p>
      ))}
      {words === '' ? null : <p className="second">{words}</p>}
      <p className="caption">
        Proposed by {by} on {wholeDayWords(at)} in{' '}
        <Link to="/calibration/$calibrationId" params={{ calibrationId: from.calibrationId }}>
          {from.name}
        </Link>
        . {standsWords[stands]} {stands === 'draft' ? <Link to="/scorecard">Open it</Link> : null}
      </p>
      {retests.map((one) => (
        <p key={one.calibrationId} className="wording-retest">
          <Link to="/calibration/$calibrationId" params={{ calibrationId: one.calibrationId }}>
            {one.name}
          </Link>
          : {one.sentence}
        </p>
      ))}
      {onTry === undefined ? null : (
        <p>
          <Button size="small" onClick={onTry}>
            Try them on other conversations
          </Button>
        </p>
      )}
    </div>
  );
}

function Change({ before, after }: { before: string; after: string }) {
  let place = 0;
  return compareTexts(before, after).map(({ text, kind }) => {
    place += text.length;
    const key = `${kind} ${place}`;
    if (kind === 'gone') return <del key={key}>{text}</del>;
    return kind === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
  });
}
