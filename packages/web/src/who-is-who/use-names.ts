/** Names that are one person: scores, lists and people change with them. */
import { call, mergeAuthors, splitAuthor } from '@rapport/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useMergeAuthors() {
  const onSuccess = useAskAnew();
  return useMutation({
    mutationFn: ({ into, names }: { into: string; names: string[] }) =>
      call(mergeAuthors, { params: { authorId: into }, body: { authorIds: names } }),
    onSuccess,
  });
}

export function useSplitAuthor() {
  const onSuccess = useAskAnew();
  return useMutation({
    mutationFn: ({ from, name }: { from: string; name: string }) =>
      call(splitAuthor, { params: { authorId: from, nameId: name } }),
    onSuccess,
  });
}

function useAskAnew(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['authors', 'people', 'team', 'conversations', 'teams', 'me']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
