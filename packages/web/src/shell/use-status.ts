import { call, getStatus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { useHolds } from '../accounts/use-me.ts';
import { lookAgainMs } from './look-again.ts';

const busyMs = 2_000;

/**
 * What is stored and scored; asked again every two seconds while an import or a rescore is under way, else now and then.
 * Team numbers are for readers; an agent has none of them on their pages.
 */
export const useStatus = () => {
  const isReader = useHolds('reader');
  return useQuery({
    enabled: isReader,
    queryKey: ['status'],
    queryFn: ({ signal }) => call(getStatus, { signal }),
    refetchInterval: (query) => {
      const { openImports = [], scoring } = query.state.data ?? {};
      const isRescoring = scoring?.rescore != null && scoring.rescore.state !== 'paused';
      return openImports.length > 0 || isRescoring ? busyMs : lookAgainMs;
    },
  });
};
