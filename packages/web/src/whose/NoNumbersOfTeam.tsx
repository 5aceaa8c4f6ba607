/** Why a team has no numbers of its own, with the way to what there is. */
import { everybody, type Whose } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../design/EmptyState.tsx';

export function NoNumbersOfTeam({ whose }: { whose: Whose | undefined }) {
  if (whose === undefined || whose.refused === null) return null;
  return (
    <EmptyState
      title="This team has no numbers of its own."
      action={
        <Link to="." search={{ team: everybody }}>
          Show everybody’s
        </Link>
      }
    >
      {whose.refused} Its conversations and people are open to you as before.
    </EmptyState>
  );
}
