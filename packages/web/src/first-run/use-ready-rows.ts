import { call, type ImportRun, listConversations } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

const busyMs = 4_000;
const asked = 24;
const shown = 4;

/** The newest scored conversations of this import; asked again while more are scored. */
export function useReadyRows(run: ImportRun | null) {
  const scoring = run?.state === 'scoring';
  return useQuery({
    queryKey: ['conversations', 'ready', run?.id],
    queryFn: async ({ signal }) => {
      const query = { sort: 'newest' as const, limit: asked, importId: run?.id };
      const { rows } = await call(listConversations, { query, signal });
      return rows.filter((row) => row.verdict !== null && row.firstWords !== '').slice(0, shown);
    },
    enabled: (run?.counts.scored ?? 0) > 0,
    refetchInterval: scoring ? busyMs : false,
  });
}
