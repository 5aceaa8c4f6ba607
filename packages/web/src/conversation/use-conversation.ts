import { call, getConversation } from '@rapport/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lookAgainMs } from '../shell/look-again.ts';

/** One conversation with all that was found in it; the one before stays on screen until the next has arrived. */
export const useConversation = (conversationId: string | undefined) =>
  useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: ({ signal }) => call(getConversation, { params: { conversationId: conversationId ?? '' }, signal }),
    enabled: conversationId !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  });
