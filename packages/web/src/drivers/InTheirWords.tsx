/** How a few of these conversations began, in the customers' own words: those that were missed, and one that was met. */
import type { ConversationRow, DriverOutcome, DriverQuality, Verdict } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { levelNames } from '../design/level-words.ts';
import { Section } from '../design/Section.tsx';
import { behindLevel } from './driver-words.ts';
import { useExamples } from './use-drivers.ts';

export function InTheirWords({ one, outcome }: { one: DriverQuality; outcome: DriverOutcome }) {
  const behind = (verdict: Verdict, better: boolean) => behindLevel(outcome, { quality: one.quality, verdict, better });
  const missed = useExamples({ ...behind('missed', false), sort: 'most-to-learn' }, 2);
  const met = useExamples(behind('met', true), 1);
  const rows = [
    ...(missed.data?.rows ?? []).map((row) => ({ row, verdict: 'missed' as const })),
    ...(met.data?.rows ?? []).map((row) => ({ row, verdict: 'met' as const })),
  ].filter(({ row }) => row.firstWords.length > 0);
  const settled = !missed.isPending && !met.isPending;
  return (
    <Section
      title="In their words"
      link={
        <Link to="/conversations" search={filterSearch(behind('missed', false))}>
          {missed.data ? `${missed.data.total.toLocaleString()} to read` : 'Read'}
        </Link>
      }
    >
      <ul className="driver-list">
        {rows.map(({ row, verdict }) => (
          <Example key={`${verdict} ${row.id}`} row={row} verdict={verdict} quality={one.quality} />
        ))}
        {settled && rows.length === 0 ? <li>No conversation shows both this level and this outcome.</li> : null}
      </ul>
    </Section>
  );
}

interface ExampleProps {
  row: ConversationRow;
  verdict: Verdict;
  quality: DriverQuality['quality'];
}

function Example({ row, verdict, quality }: ExampleProps) {
  return (
    <li>
      <Link className="driver-quote" to={`/conversations/${encodeURIComponent(row.id)}`} search={{ quality }}>
        <span className="say-small">“{row.firstWords}”</span>
        <span className="caption">How it began. The reply: {levelNames[verdict].toLowerCase()}.</span>
      </Link>
    </li>
  );
}
