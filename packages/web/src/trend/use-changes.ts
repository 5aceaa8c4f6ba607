import { call, getChanges } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

/** What changed in the newest week; asked again while the answer of the page itself is being found. */
export const useChanges = (refreshing: boolean) =>
  useQuery({
    queryKey: ['changes'],
    queryFn: ({ signal }) => call(getChanges, { signal }),
    refetchInterval: refreshing ? 3_000 : false,
  });
