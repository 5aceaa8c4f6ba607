/** How much stricter or milder each reviewer was than the others about the same things; by name, never by strictness. */
import type { PastReviewsSummary } from '@rapport/contract';
import { numberWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { WideTable } from '../design/WideTable.tsx';

const scale = { min: -40, max: 40 };

export function SeverityTable({ reviewers }: Pick<PastReviewsSummary, 'reviewers'>) {
  if (reviewers.length < 2) return null;
  return (
    <Section
      title="How strict each reviewer was"
      beside="points against the others who rated the same; left is stricter"
    >
      <WideTable label="Severity by reviewer">
        <table className="past-agreement">
          <thead>
            <tr>
              <th scope="col">Reviewer</th>
              <th scope="col">Ratings</th>
              <th scope="col">Against the others</th>
            </tr>
          </thead>
          <tbody>
            {reviewers.map(({ reviewer, ratings, severity: { value, lower, upper, n }, severity }) => (
              <tr key={reviewer}>
                <th scope="row">{reviewer}</th>
                <td className="num">{ratings.toLocaleString()}</td>
                <td>
                  {value === null || lower === null || upper === null ? (
                    <span className="dim">
                      {n > 0 ? `only ${n} rated by others too` : 'nothing rated by others too'}
                    </span>
                  ) : (
                    <span className="past-span">
                      <Span
                        estimate={severity}
                        scale={scale}
                        width={150}
                        label={`${reviewer}: ${numberWords(value)} points, likely ${numberWords(lower)} to ${numberWords(upper)}`}
                        reference={{ value: 0, kind: 'zero' }}
                      />
                      {lower > 0 || upper < 0
                        ? `${numberWords(Math.abs(value))} points ${value > 0 ? 'milder' : 'stricter'}`
                        : 'no clear difference'}{' '}
                      <span className="caption">{`${numberWords(lower)} to ${numberWords(upper)}, ${n} rated by others too`}</span>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  );
}
