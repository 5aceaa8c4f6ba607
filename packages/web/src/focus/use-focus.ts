import { call, getFocus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

const busyMs = 3_000;

/** The newest focus, asked again while it is being worked out. */
export function useFocus() {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['focus', team],
    queryFn: ({ signal }) => call(getFocus, { query: { team }, signal }),
    refetchInterval: (query) => (query.state.data?.refreshing ? busyMs : false),
  });
}
