/** Said where a page knows only everybody's numbers, to whoever looks after a team. */
import { Link } from '@tanstack/react-router';
import { useFocus } from '../focus/use-focus.ts';

export function OfEverybody({ what }: { what: string }) {
  const whose = useFocus().data?.whose;
  if (whose === undefined || whose.team === null) return null;
  return (
    <p className="note">
      {what} are worked out for everybody here together, not for {whose.team.name} alone. Your team’s own numbers:{' '}
      <Link to="/focus">Focus</Link>, <Link to="/outcomes">Outcomes</Link>, <Link to="/reasons">Reasons</Link>.
    </p>
  );
}
