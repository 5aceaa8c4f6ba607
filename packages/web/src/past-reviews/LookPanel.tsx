/** A chosen file before it is kept: which column holds what, on which scale, and how its rows would be read. */
import { type PastReviewField, type PastReviewsLook, pastReviewFields, saidScales } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { WideTable } from '../design/WideTable.tsx';
import { chosenColumns, columnOf, fieldNames, scaleSentence } from './look-words.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { type FileChoice, useKeepReviews, useLook } from './use-past-reviews.ts';

interface LookPanelProps {
  file: File;
  onKept: (kept: number, refused: number) => void;
  onClose: () => void;
}

export function LookPanel({ file, onKept, onClose }: LookPanelProps) {
  const [choice, setChoice] = useState<FileChoice>({});
  const look = useLook(file, choice);
  const keep = useKeepReviews();
  const { data } = look;
  const blocked =
    data === undefined || data.readable === 0
      ? 'No row can be read yet'
      : keep.isPending
        ? 'They are being kept'
        : undefined;
  return (
    <Section title={file.name} beside={data === undefined ? 'being looked at' : `${data.rows.toLocaleString()} rows`}>
      {look.isError ? <ErrorState error={look.error} retry={() => void look.refetch()} /> : null}
      {look.isPending ? <LoadingState bars={4}>Reading the file.</LoadingState> : null}
      {data === undefined ? null : (
        <>
          <Columns look={data} choice={choice} onChange={setChoice} />
          <Preview look={data} />
          {data.problems.length > 0 ? (
            <>
              <h3>
                {(data.rows - data.readable).toLocaleString()} rows that cannot be read; they are kept as they are
              </h3>
              <ProblemTable problems={data.problems} />
            </>
          ) : null}
        </>
      )}
      {keep.error ? <ErrorState error={keep.error} /> : null}
      <p className="past-buttons">
        <Button
          kind="primary"
          blocked={blocked}
          onClick={() =>
            keep.mutate({ file, choice }, { onSuccess: ({ import: { kept, refused } }) => onKept(kept, refused) })
          }
        >
          {keep.isPending ? 'Keeping …' : `Keep ${(data?.readable ?? 0).toLocaleString()} ratings`}
        </Button>
        <Button onClick={onClose}>Leave it</Button>
      </p>
    </Section>
  );
}

interface ColumnsProps {
  look: PastReviewsLook;
  choice: FileChoice;
  onChange: (choice: FileChoice) => void;
}

function Columns({ look, choice, onChange }: ColumnsProps) {
  const columns = chosenColumns(look, choice);
  const samplesOf = (column: string | undefined) => look.columns.find((one) => one.column === column)?.samples ?? [];
  const isUnsure = (field: PastReviewField) =>
    choice.columns === undefined && look.columns.some((one) => one.field === field && !one.sure);
  return (
    <div className="past-columns">
      <table>
        <caption className="visually-hidden">What each part of a review is called in the file</caption>
        <tbody>
          {pastReviewFields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldNames[field]}</th>
              <td>
                <select
                  aria-label={`Column of: ${fieldNames[field]}`}
                  value={columns[field] ?? ''}
                  onChange={(event) => onChange({ ...choice, columns: columnOf(columns, field, event.target.value) })}
                >
                  <option value="">not in the file</option>
                  {look.columns.map(({ column }) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </td>
              <td className="caption">
                {isUnsure(field) ? <Tag>guessed</Tag> : null} {samplesOf(columns[field]).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="past-questions">
        <label>
          Where the file names no scale{' '}
          <select
            value={choice.scale ?? 'guess'}
            onChange={(event) => {
              const scale = saidScales.find((one) => one === event.target.value) ?? 'guess';
              onChange({ ...choice, scale });
            }}
          >
            {saidScales.map((scale) => (
              <option key={scale} value={scale}>
                {scale === 'guess' ? 'look at the ratings' : `it is ${scale.replace('-', ' to ')}`}
              </option>
            ))}
          </select>
        </label>
        {look.dayFirst === null ? null : (
          <label>
            1/2/2025 is{' '}
            <select
              value={(choice.dayFirst ?? look.dayFirst) ? 'yes' : 'no'}
              onChange={(event) => onChange({ ...choice, dayFirst: event.target.value === 'yes' })}
            >
              <option value="yes">the first of February</option>
              <option value="no">the second of January</option>
            </select>
          </label>
        )}
      </p>
      {look.scales.length > 0 ? <p className="caption">{scaleSentence(look.scales)}</p> : null}
    </div>
  );
}

function Preview({ look }: { look: PastReviewsLook }) {
  if (look.reviews.length === 0) return null;
  return (
    <WideTable label="Ratings as they would be kept">
      <table className="past-preview">
        <caption>As it would be kept</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Conversation</th>
            <th scope="col">Whose service</th>
            <th scope="col">Reviewer</th>
            <th scope="col">Category</th>
            <th scope="col">Of 100</th>
            <th scope="col">Day</th>
          </tr>
        </thead>
        <tbody>
          {look.reviews.slice(0, 6).map((one) => (
            <tr key={one.line}>
              <td>{one.line}</td>
              <td>{one.conversation}</td>
              <td>{one.reviewee}</td>
              <td>{one.reviewer}</td>
              <td>{one.category}</td>
              <td className="num">{one.score === null ? 'N/A' : Math.round(one.score)}</td>
              <td>{one.at === null ? '' : wholeDayWords(one.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
