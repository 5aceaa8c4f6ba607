import {
  call,
  keepPractice,
  listPracticeKept,
  listPracticeMoments,
  type QualityId,
  removePractice,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface PracticeQuestion {
  quality: QualityId | undefined;
  whose: 'own' | 'team' | undefined;
  seed: number;
}

/** The moments to practise on; they stay as drawn while the page is open. */
export const usePracticeMoments = (query: PracticeQuestion) =>
  useQuery({
    queryKey: ['practice', query],
    queryFn: ({ signal }) =>
      call(listPracticeMoments, {
        query: {
          seed: query.seed,
          ...(query.quality ? { quality: query.quality } : {}),
          ...(query.whose ? { whose: query.whose } : {}),
        },
        signal,
      }),
    staleTime: Infinity,
  });

const keptKey = ['practice-kept'] as const;

export const useKept = () =>
  useQuery({ queryKey: keptKey, queryFn: async ({ signal }) => (await call(listPracticeKept, { signal })).kept });

export function useKeep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { momentId: string; reply: string }) => call(keepPractice, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keptKey }),
  });
}

export function useForget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (keptId: string) => call(removePractice, { params: { keptId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keptKey }),
  });
}

/** The scorer itself, fetched when the page is opened; replies are judged in this page. */
export const useJudge = () =>
  useQuery({
    queryKey: ['judge-reply'],
    queryFn: async () => (await import('@rapport/qualities/judge-reply')).judgeReply,
    staleTime: Infinity,
  });
