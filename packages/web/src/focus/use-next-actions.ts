import { call, getNextActions } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

const busyMs = 5_000;

/** What to do next, asked again while the answers it is chosen from are being found. */
export function useNextActions(refreshing: boolean) {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['next-actions', team],
    queryFn: ({ signal }) => call(getNextActions, { query: { team }, signal }),
    refetchInterval: refreshing ? busyMs : false,
  });
}
