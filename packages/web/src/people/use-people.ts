/** Pages of people, the team's, and thanks between colleagues. */
import {
  type ConversationFilter,
  call,
  getPerson,
  getTeam,
  getTeamHours,
  giveKudos,
  listPeople,
  listPersonConversations,
  type QualityId,
  takeBackKudos,
  whoAmI,
} from '@rapport/contract';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const usePeople = () =>
  useQuery({ queryKey: ['people'], queryFn: ({ signal }) => call(listPeople, { signal }) });

export const usePerson = (authorId: string, quality: QualityId | undefined) =>
  useQuery({
    queryKey: ['people', authorId, quality ?? ''],
    queryFn: ({ signal }) => call(getPerson, { params: { authorId }, query: { quality }, signal }),
    // Another course of the same person: the page stays while it comes. Another person's page never does.
    placeholderData: (before) => (before?.authorId === authorId ? before : undefined),
  });

/** @param zone by whose clock */
export const useTeamHours = (zone: string) =>
  useQuery({
    queryKey: ['team', 'hours', zone],
    queryFn: ({ signal }) => call(getTeamHours, { query: { zone }, signal }),
  });

export const usePersonConversations = (authorId: string, filter: Pick<ConversationFilter, 'quality' | 'verdict'>) =>
  useInfiniteQuery({
    queryKey: ['people', authorId, 'conversations', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listPersonConversations, { params: { authorId }, query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const useTeam = () =>
  useQuery({
    queryKey: ['team'],
    queryFn: ({ signal }) => call(getTeam, { signal }),
    placeholderData: keepPreviousData,
  });

export function useGiveKudos(conversationId: string) {
  const refresh = useRefreshThanks();
  return useMutation({
    mutationFn: (body: { authorId?: string; messageId: string; quote: string; note: string }) =>
      call(giveKudos, { params: { conversationId }, body }),
    onSuccess: refresh,
  });
}

export function useTakeBackKudos() {
  const refresh = useRefreshThanks();
  return useMutation({
    mutationFn: (kudosId: string) => call(takeBackKudos, { params: { kudosId } }),
    onSuccess: refresh,
  });
}

/** Names under which whoever is here wrote to customers; empty while it is not known. */
export function useOwnAuthors(): readonly string[] {
  const here = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call(whoAmI, { signal }) });
  return here.data?.person?.authorIds ?? [];
}

function useRefreshThanks(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['people'] });
    void queries.invalidateQueries({ queryKey: ['team'] });
  };
}
