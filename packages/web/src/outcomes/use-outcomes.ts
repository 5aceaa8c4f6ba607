import { call, getOutcomes } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

/** @param expected something is scored, so an answer that is not there yet is on its way */
export const useOutcomes = (expected: boolean) =>
  useQuery({
    queryKey: ['outcomes'],
    queryFn: ({ signal }) => call(getOutcomes, { signal }),
    refetchInterval: (query) => (expected && query.state.data?.outcomes === null ? 3_000 : false),
  });
