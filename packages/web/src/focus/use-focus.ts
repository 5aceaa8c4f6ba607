import { call, getFocus } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

const busyMs = 3_000;

/** The newest focus, asked again while it is being worked out. */
export const useFocus = () =>
  useQuery({
    queryKey: ['focus'],
    queryFn: ({ signal }) => call(getFocus, { signal }),
    refetchInterval: (query) => (query.state.data?.refreshing ? busyMs : false),
  });
