import { type ConversationFilter, call, listConversations, listViews, removeView, saveView } from '@rapport/contract';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMayAsk } from '../accounts/use-me.ts';
import { lookAgainMs } from '../shell/look-again.ts';

const rowsPerPage = 100;

/** Pages of conversations under a filter, fetched one after the other by cursor. */
export const useConversations = (filter: ConversationFilter, enabled = true) => {
  const mayAsk = useMayAsk(listConversations);
  return useInfiniteQuery({
    queryKey: ['conversations', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      call(listConversations, {
        query: { ...filter, limit: rowsPerPage, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    // Whoever has read on is far from what is new, and all pages would be fetched again.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? lookAgainMs : false),
    placeholderData: keepPreviousData,
    enabled: enabled && mayAsk,
  });
};

export const useViews = () => useQuery({ queryKey: ['views'], queryFn: ({ signal }) => call(listViews, { signal }) });

/** Saves and forgets views; the tabs follow when the server has answered. */
export function useViewChanges() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['views'] });
  const save = useMutation({
    mutationFn: (view: { name: string; filter: ConversationFilter }) => call(saveView, { body: view }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (viewId: string) => call(removeView, { params: { viewId } }),
    onSuccess,
  });
  return { save, remove };
}
