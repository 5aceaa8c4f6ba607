import {
  call,
  getJudge,
  judgeConversation,
  listJudgeOpinions,
  listJudgeProposals,
  proposeRating,
  type QualityId,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMayAsk } from '../accounts/use-me.ts';

/** Whether a language model may be asked; it changes only with a restart of the server. */
export const useJudge = () => {
  const mayAsk = useMayAsk(getJudge);
  return useQuery({
    enabled: mayAsk,
    queryKey: ['judge'],
    queryFn: ({ signal }) => call(getJudge, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

/** What judges have said about a conversation; asks no judge. */
export const useOpinions = (conversationId: string) =>
  useQuery({
    enabled: useMayAsk(listJudgeOpinions),
    queryKey: ['judge', 'opinions', conversationId],
    queryFn: ({ signal }) => call(listJudgeOpinions, { params: { conversationId }, signal }),
  });

export function useAskJudge(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { quality: QualityId; agentId: string }) =>
      call(judgeConversation, { params: { conversationId }, body }),
    // The budget has changed whatever came of it.
    onSettled: () => client.invalidateQueries({ queryKey: ['judge'] }),
  });
}

/** What judges proposed for categories of a finished review; asks no judge. */
export const useProposals = (reviewId: string) =>
  useQuery({
    queryKey: ['judge', 'proposals', reviewId],
    queryFn: async ({ signal }) => (await call(listJudgeProposals, { params: { reviewId }, signal })).proposals,
  });

export function useAskProposal(reviewId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (categoryId: string) => call(proposeRating, { params: { reviewId }, body: { categoryId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['judge'] }),
  });
}
