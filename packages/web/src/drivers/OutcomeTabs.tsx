/** Which outcome is asked about. Each has its own answer; they are never mixed. */
import { asAsked, type DriverOutcome, type getDrivers, outcomeWords, type ResponseOf } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { exactly } from '../shell/exactly.ts';
import '../conversations/ViewTabs.css';
import './OutcomeTabs.css';

interface OutcomeTabsProps {
  outcomes: ResponseOf<typeof getDrivers>['outcomes'];
  current: DriverOutcome;
  to: string;
}

export function OutcomeTabs({ outcomes, current, to }: OutcomeTabsProps) {
  return (
    <nav className="views outcomes" aria-label="Outcome">
      {outcomes.filter(isOffered(current)).map(({ outcome, known }) => (
        <Link
          key={outcome}
          to={to}
          search={{ outcome }}
          replace
          activeOptions={exactly}
          aria-current={outcome === current ? 'page' : undefined}
          title={outcomeWords[outcome].counts}
        >
          {outcomeWords[outcome].name}
          <span className="view-count">{known.toLocaleString()}</span>
        </Link>
      ))}
    </nav>
  );
}

/** A question this team does not ask is no tab; ratings stay, for they are what to bring in first. */
const isOffered =
  (current: DriverOutcome) =>
  ({ outcome, known }: OutcomeTabsProps['outcomes'][number]): boolean =>
    known > 0 || outcome === current || outcome === 'satisfied' || asAsked(outcome) === null;
