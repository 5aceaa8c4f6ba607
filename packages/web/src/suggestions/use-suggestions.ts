import { answerSuggestion, type BodyOf, call, listSuggestions, proposeSuggestion } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useToast } from '../design/Toast.tsx';

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

/** Proposes, says so, and closes what it was proposed in. */
export function useProposeAndClose(onClose: () => void) {
  const propose = usePropose();
  const toast = useToast();
  const onSuccess = () => {
    toast({ text: 'Proposed. A lead gives it an owner, and you get an answer.' });
    onClose();
  };
  return { ...propose, send: (body: BodyOf<typeof proposeSuggestion>) => propose.mutate(body, { onSuccess }) };
}

export function useAnswer(suggestionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof answerSuggestion>) => call(answerSuggestion, { params: { suggestionId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
