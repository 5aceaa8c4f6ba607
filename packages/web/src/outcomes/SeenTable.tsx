/** What was seen without asking: feelings read by the machine, what the source says, who wrote again. */
import type { ConversationFilter, EstimateWire, SeenOutcomes } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { changeWords, type EstimateWords, shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData, type SpanScale } from '../design/span-geometry.ts';
import { useBehind } from '../whose/use-whose.ts';

interface SeenRow {
  name: string;
  how: string;
  estimate: EstimateWire;
  words: EstimateWords;
  scale: SpanScale;
  reference?: { value: number; kind: 'zero' };
  behind?: ConversationFilter;
}

const share = { min: 0, max: 1 };
const feeling = { min: -1, max: 1 };

export function SeenTable({ seen, days }: { seen: SeenOutcomes; days: number }) {
  const zero = { reference: { value: 0, kind: 'zero' as const } };
  const felt = (name: string, how: string, estimate: EstimateWire, behind?: ConversationFilter): SeenRow => ({
    ...{ name, how, estimate, words: changeWords(estimate), scale: feeling, ...zero },
    ...(behind ? { behind } : {}),
  });
  const rows: SeenRow[] = [
    felt('Feeling, first message', 'a hint: read by the machine, −1 to 1', seen.feelingFirst),
    felt('Feeling, last message', 'a hint, −1 to 1', seen.feelingLast, { feeling: 'unhappy-at-end' }),
    felt('From first to last', 'a hint; only who wrote more than once, −2 to 2', seen.feelingChange, {
      feeling: 'lifted',
    }),
    {
      ...{ name: 'Resolved', how: 'as your own system says, in 100', estimate: seen.resolved, scale: share },
      ...{ words: shareWords(seen.resolved), behind: { resolved: 'yes' } },
    },
    {
      ...{ name: 'Had to write again', how: `within ${days} days, in 100 who were watched so long` },
      ...{ estimate: seen.wroteAgain, scale: share, words: shareWords(seen.wroteAgain) },
      behind: { signal: 'wrote-again' },
    },
  ];
  return (
    <Section title="Seen, not asked" beside="never added to a rating">
      <table className="seen-outcomes">
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                <span className="caption">{row.how}</span>
              </th>
              <td>
                <Span
                  estimate={row.estimate}
                  scale={row.scale}
                  width={150}
                  height={30}
                  axis
                  reference={row.reference}
                  label={`${row.name}: ${row.words.sentence}`}
                />
              </td>
              <td className="nowrap">
                <SeenValue row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function SeenValue({ row: { estimate, words, behind } }: { row: SeenRow }) {
  const searchOf = useBehind();
  if (isFewData(estimate))
    return <span className="dim">{estimate.n === 0 ? 'not known' : `too few, ${estimate.n}`}</span>;
  const value = <span className="num">{words.value}</span>;
  return (
    <>
      {behind ? (
        <Link to="/conversations" search={searchOf(behind)}>
          {value}
        </Link>
      ) : (
        value
      )}{' '}
      <span className="dim">{words.range}</span>
    </>
  );
}
