/** The address without a path: to Focus where there is something to say, to the first run where there is nothing yet. */
import { Navigate } from '@tanstack/react-router';
import { LoadingState } from '../design/LoadingState.tsx';
import { pages } from '../routes.tsx';
import { useStatus } from '../shell/use-status.ts';

export function HomePage() {
  const status = useStatus();
  if (status.isPending) return <LoadingState>Looking at what is here.</LoadingState>;
  const isEmpty = status.data?.conversations === 0;
  const firstRun = pages.some((page) => page.path === '/first-run');
  return <Navigate to={isEmpty && firstRun ? '/first-run' : '/focus'} replace />;
}
