import { call, getStatus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

const busyMs = 2_000;

/** What is stored and scored; asked again every two seconds while an import is under way. */
export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => call(getStatus, { signal }),
    refetchInterval: (query) => ((query.state.data?.openImports.length ?? 0) > 0 ? busyMs : false),
  });
