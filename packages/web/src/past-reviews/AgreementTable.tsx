/** How far people agree with each other and with the scorer, by category; 0 is luck, 1 the same every time. */
import type { EstimateWire, PastReviewsSummary } from '@rapport/contract';
import { numberWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { WideTable } from './WideTable.tsx';

const scale = { min: -0.2, max: 1 };
/** From here on agreement is called good enough to build on. */
const tentative = 0.67;

export function AgreementTable({ categories }: Pick<PastReviewsSummary, 'categories'>) {
  return (
    <Section title="Who agrees" beside="0 is luck, 1 the same every time; the dotted line is 0.67">
      <WideTable label="Agreement by category">
        <table className="past-agreement">
          <thead>
            <tr>
              <th scope="col">Category</th>
              <th scope="col">Ratings</th>
              <th scope="col">People with each other</th>
              <th scope="col">People with the scorer</th>
              <th scope="col">The scorer stands</th>
            </tr>
          </thead>
          <tbody>
            {categories.map(({ category, quality, ratings, people, machine, higher }) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                <td className="num">{ratings.toLocaleString()}</td>
                <td>
                  <Agreement estimate={people} label={`People about ${category}`} none="one person rated each" />
                </td>
                <td>
                  {quality === null ? (
                    <span className="dim">not a quality of the scorer</span>
                  ) : (
                    <Agreement estimate={machine} label={`Scorer and people about ${category}`} none="too few here" />
                  )}
                </td>
                <td>{quality === null ? '' : <Higher estimate={higher} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  );
}

/** Fewer things rated twice than this are counted, not measured. */
const fewest = 5;

function Agreement({ estimate, label, none }: { estimate: EstimateWire; label: string; none: string }) {
  const { value, lower, upper, n, reason } = estimate;
  if (value === null || lower === null || upper === null || n < fewest) {
    return (
      <span className="dim">
        {reason === 'no_variation' ? 'all the same, cannot be judged' : n > 0 ? `only ${n} rated twice` : none}
      </span>
    );
  }
  const words = `${numberWords(value, 2)}, likely ${numberWords(lower, 2)} to ${numberWords(upper, 2)}, ${n} rated twice`;
  return (
    <span className="past-span">
      <Span
        {...{ estimate, scale, label: `${label}: ${words}` }}
        width={150}
        reference={{ value: tentative, kind: 'target' }}
        better="higher"
      />
      <b>{numberWords(value, 2)}</b>{' '}
      <span className="caption">{`${numberWords(lower, 2)}–${numberWords(upper, 2)}`}</span>
    </span>
  );
}

function Higher({ estimate: { value, lower, upper } }: { estimate: EstimateWire }) {
  if (value === null || lower === null || upper === null) return <span className="dim">cannot tell yet</span>;
  const isClear = lower > 0 || upper < 0;
  return (
    <>
      {isClear ? `${numberWords(Math.abs(value))} points ${value > 0 ? 'above' : 'below'}` : 'no clear difference'}{' '}
      <span className="caption">{`${numberWords(lower)} to ${numberWords(upper)}`}</span>
    </>
  );
}
