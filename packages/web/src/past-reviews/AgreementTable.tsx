/** How far people agree with each other and with the scorer, by category; 0 is luck, 1 the same every time. */
import type { EstimateWire, PastReviewsSummary } from '@rapport/contract';
import { AgreementMark } from '../design/AgreementMark.tsx';
import { numberWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { WideTable } from '../design/WideTable.tsx';

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
                  <AgreementMark estimate={people} label={`People about ${category}`} none="one person rated each" />
                </td>
                <td>
                  {quality === null ? (
                    <span className="dim">not a quality of the scorer</span>
                  ) : (
                    <AgreementMark
                      estimate={machine}
                      label={`Scorer and people about ${category}`}
                      none="too few here"
                    />
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
