import { call, getStatus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

const busyMs = 2_000;

/** What is stored and scored; asked again every two seconds while an import or a rescore is under way. */
export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => call(getStatus, { signal }),
    refetchInterval: (query) => {
      const { openImports = [], scoring } = query.state.data ?? {};
      const isRescoring = scoring?.rescore != null && scoring.rescore.state !== 'paused';
      return openImports.length > 0 || isRescoring ? busyMs : false;
    },
  });
