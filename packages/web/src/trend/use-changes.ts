import { call, getChanges } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

/** What changed in the newest week; asked again while the answer of the page itself is being found. */
export function useChanges(refreshing: boolean) {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['changes', team],
    queryFn: ({ signal }) => call(getChanges, { query: { team }, signal }),
    refetchInterval: refreshing ? 3_000 : false,
  });
}
