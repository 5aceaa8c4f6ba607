/** What changed since last week: real changes with their size; what could be chance is said to be so. */
import type { ChangeRow, Changes } from '@rapport/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { isOldData, wholeDayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { Tag } from '../design/Tag.tsx';
import { useBehind } from '../whose/use-whose.ts';
import { behindChange, changeName, changeScale, changeTone, differenceOf } from './change-words.ts';
import { useChanges } from './use-changes.ts';
import './ChangesSection.css';

/** Rows before "show all"; real changes are never folded away. */
const rowsShown = 5;

export function ChangesSection({ refreshing }: { refreshing: boolean }) {
  const { data } = useChanges(refreshing);
  const changes = data?.changes ?? null;
  return changes === null ? null : <ChangesFound changes={changes} />;
}

function ChangesFound({ changes }: { changes: Changes }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const all = search.show === 'all';
  const { asOf, rows, sentence } = changes;
  const real = rows.filter(({ sign }) => sign === 'real').length;
  const compared = rows.filter(({ sign }) => sign !== 'cannot-tell');
  const shown = all ? rows : compared.slice(0, Math.max(rowsShown, real));
  const rest = rows.length - shown.length;
  return (
    <Section title="Changed since last week" beside={asOfWords(asOf)}>
      <p className="second changes-sentence">{sentence}</p>
      {shown.length > 0 ? (
        <ul className="changes">
          {shown.map((row) => (
            <ChangeLine key={row.subject} row={row} rows={rows} />
          ))}
        </ul>
      ) : null}
      {rest > 0 ? (
        <p className="caption">
          <Link to="/focus" search={{ ...search, show: 'all' }} replace>
            {compared.length > 0 ? `Show ${rest} more` : 'Show why, for each'}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}

function ChangeLine({ row, rows }: { row: ChangeRow; rows: readonly ChangeRow[] }) {
  const searchOf = useBehind();
  const tone = changeTone(row);
  return (
    <li title={row.sentence}>
      <Link to="/conversations" search={searchOf(behindChange(row))}>
        {changeName(row.subject)}
        <span className="visually-hidden">. {row.sentence}</span>
      </Link>
      {row.sign === 'cannot-tell' ? (
        <span className="caption" aria-hidden="true">
          {row.last.n} in the week, {row.before.n.toLocaleString()} before
        </span>
      ) : (
        <Span
          estimate={row.difference}
          scale={changeScale(row.subject, rows)}
          width={112}
          reference={{ value: 0, kind: 'zero' }}
          tone={tone}
          label={`${changeName(row.subject)}, newest week against before: ${differenceOf(row)}`}
        />
      )}
      <Tag tone={tone === 'ink' ? 'unsure' : tone}>{row.words}</Tag>
    </li>
  );
}

/** The change of one quality in a line, for the page of that quality. */
export function ChangeNote({ quality }: { quality: ChangeRow['subject'] }) {
  const changes = useChanges(false).data?.changes ?? null;
  const row = changes?.rows.find(({ subject }) => subject === quality);
  if (!changes || !row) return null;
  return (
    <Section title="Since last week" beside={asOfWords(changes.asOf)}>
      <ul className="changes">
        <ChangeLine row={row} rows={[row]} />
      </ul>
      <p className="caption">{row.sentence}</p>
    </Section>
  );
}

const asOfWords = (asOf: string | null): string | undefined =>
  asOf !== null && isOldData(asOf, new Date()) ? `as of ${wholeDayWords(asOf)}` : undefined;
