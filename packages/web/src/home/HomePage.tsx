/** The address without a path: to Focus where there is something to say, to the first run where there is nothing yet. */
import { Navigate } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { LoadingState } from '../design/LoadingState.tsx';
import { pages } from '../routes.tsx';
import { useStatus } from '../shell/use-status.ts';

export function HomePage() {
  const status = useStatus();
  const me = useMe();
  const ownPage = pages.some((page) => page.path === '/my-work');
  if (me.data && !me.data.holds.includes('reader') && ownPage) return <Navigate to="/my-work" replace />;
  if (status.isPending) return <LoadingState>Looking at what is here.</LoadingState>;
  const isEmpty = status.data?.conversations === 0;
  const firstRun = pages.some((page) => page.path === '/first-run');
  return <Navigate to={isEmpty && firstRun ? '/first-run' : '/focus'} replace />;
}
