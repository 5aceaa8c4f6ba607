/** What can be foreseen of a plan before it begins. */
import type { CoachingOutlook, EstimateWire } from '@rapport/contract';
import { ErrorState } from '../design/ErrorState.tsx';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';

interface OutlookPanelProps {
  /** What is still missing from the plan. */
  trouble: string | null;
  outlook: CoachingOutlook | null;
  /** It is of the plan as it was a moment ago. */
  isOld: boolean;
  error: unknown;
}

export function OutlookPanel({ trouble, outlook, isOld, error }: OutlookPanelProps) {
  return (
    <Section title="Will it be possible to tell?" beside={isOld && !trouble ? 'being worked out anew' : undefined}>
      {trouble ? <p className="second">{trouble}</p> : null}
      {error && !trouble ? <ErrorState error={error} /> : null}
      {outlook && !trouble && !error ? (
        <>
          <p className={outlook.because === null ? 'outlook' : 'outlook never'} aria-live="polite">
            {outlook.sentence}
          </p>
          <table className="outlook-people">
            <caption className="caption">What led to the choice, kept with the plan</caption>
            <thead>
              <tr>
                <th scope="col">Met of 100</th>
                <th scope="col">Weeks looked at</th>
                <th scope="col">Before them</th>
              </tr>
            </thead>
            <tbody>
              {outlook.people.map((one) => (
                <tr key={one.authorId}>
                  <th scope="row">{one.name}</th>
                  <Share estimate={one.window} />
                  <Share estimate={one.before} />
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </Section>
  );
}

function Share({ estimate }: { estimate: EstimateWire }) {
  if (estimate.value === null) return <td className="caption">{estimate.n} calls, too few</td>;
  const words = shareWords(estimate);
  return (
    <td>
      <b>{words.value}</b> <span className="dim">{words.range}</span>
    </td>
  );
}
