import { answerSuggestion, type BodyOf, call, listSuggestions, proposeSuggestion } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['suggestions'] as const;

export const useSuggestions = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => call(listSuggestions, { signal }) });

export function usePropose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof proposeSuggestion>) => call(proposeSuggestion, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useAnswer(suggestionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof answerSuggestion>) => call(answerSuggestion, { params: { suggestionId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
