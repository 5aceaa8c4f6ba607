/** How strict raters are beside others who rated the same, and whether that moved; by name, never by strictness. */
import type { EstimateWire, RaterSeverity } from '@rapport/contract';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { numberWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';
import { useSeverity } from './use-calibration.ts';

const scale = { min: -40, max: 40 };

export function SeverityList({ isLead }: { isLead: boolean }) {
  const query = useSeverity();
  const raters = query.data?.raters ?? [];
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (raters.length === 0) return null;
  return (
    <Section
      title={isLead ? 'How strict each rater reads' : 'How strict you read'}
      beside="points of 100 beside others who rated the same; left is stricter"
    >
      <WideTable label="Severity by rater">
        <table className="severity">
          <thead>
            <tr>
              <th scope="col">Rater</th>
              <th scope="col">Shared</th>
              <th scope="col">Beside the others</th>
              <th scope="col">Earlier half</th>
              <th scope="col">Later half</th>
              <th scope="col">In words</th>
            </tr>
          </thead>
          <tbody>
            {raters.map((one) => (
              <Row key={one.rater} one={one} />
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="caption">
        From calibrations that can be compared, and from reviews of the same service by two people, each as first read.
        It says nothing about who is right.
      </p>
    </Section>
  );
}

function Row({ one: { rater, me, shared, severity, halves, sentence } }: { one: RaterSeverity }) {
  return (
    <tr>
      <th scope="row">{me ? `${rater} (you)` : rater}</th>
      <td className="num">{shared}</td>
      <td>
        <Points estimate={severity} label={`${rater} beside the others`} />
      </td>
      <td>{halves ? <Points estimate={halves.earlier} label={`${rater}, earlier half`} /> : <Few />}</td>
      <td>
        {halves ? (
          <>
            <Points estimate={halves.later} label={`${rater}, later half`} />{' '}
            <span className="caption">since {wholeDayWords(halves.turnedAt)}</span>
          </>
        ) : (
          <Few />
        )}
      </td>
      <td className="words">{sentence}</td>
    </tr>
  );
}

const Few = () => <span className="dim">too few</span>;

function Points({ estimate, label }: { estimate: EstimateWire; label: string }) {
  const { value, lower, upper } = estimate;
  if (isFewData(estimate) || value === null || lower === null || upper === null) return <Few />;
  const range = `${numberWords(lower)} to ${numberWords(upper)}`;
  return (
    <span className="severity-points">
      <Span
        {...{ estimate, scale, label: `${label}: ${numberWords(value)} points, likely ${range}` }}
        width={110}
        reference={{ value: 0, kind: 'zero' }}
      />
      <b>{numberWords(value)}</b> <span className="caption">{range}</span>
    </span>
  );
}
