import { call, getFocus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

const busyMs = 3_000;

/** The newest focus, asked again while it is being worked out and until there is one. */
export function useFocus() {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['focus', team],
    queryFn: ({ signal }) => call(getFocus, { query: { team }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.refreshing || (data?.focus === null && data.whose.refused === null) ? busyMs : false,
  });
}
