import { call, listImportProblems } from '@rapport/contract';
import { useInfiniteQuery } from '@tanstack/react-query';

/** What was refused or read with a doubt, page by page. `problems` is the count known, so that a new one asks again. */
export const useImportProblems = (importId: string, problems: number, enabled = true) =>
  useInfiniteQuery({
    queryKey: ['imports', importId, 'problems', problems],
    queryFn: ({ pageParam, signal }) =>
      call(listImportProblems, {
        params: { importId },
        query: pageParam === null ? {} : { after: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
  });
