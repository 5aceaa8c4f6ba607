import { answerCheck, type CheckDeck, call, getCheck, startCheck } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './check-cards.ts';

const key = ['check'] as const;

/** The newest deck, or null where none was drawn yet. */
export const useCheck = () =>
  useQuery({ queryKey: key, queryFn: async ({ signal }) => (await call(getCheck, { signal })).deck });

export function useStartCheck() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fresh: boolean) => call(startCheck, { body: { fresh } }),
    onSuccess: (deck) => queries.setQueryData<CheckDeck | null>(key, deck),
  });
}

/** Stores a verdict; the machine's comes with the answer and not before. */
export function useAnswerCheck(deckId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ cardId, verdict, seconds }: { cardId: string; verdict: Answer; seconds: number }) =>
      call(answerCheck, { params: { deckId, cardId }, body: { verdict, seconds } }),
    onSuccess: (deck) => queries.setQueryData<CheckDeck | null>(key, deck),
  });
}
