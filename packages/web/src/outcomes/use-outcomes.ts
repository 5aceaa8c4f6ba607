import { call, getOutcomes } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

/** @param expected something is scored, so an answer that is not there yet is on its way */
export function useOutcomes(expected: boolean) {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['outcomes', team],
    queryFn: ({ signal }) => call(getOutcomes, { query: { team }, signal }),
    refetchInterval: ({ state: { data } }) =>
      expected && data?.outcomes === null && data.whose.refused === null ? 3_000 : false,
  });
}
