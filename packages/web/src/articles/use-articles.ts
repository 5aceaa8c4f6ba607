import {
  call,
  getArticle,
  getConversationArticles,
  getKnowledgeGaps,
  importArticles,
  listArticleCitations,
  listArticleImports,
  listArticleProblems,
  listArticles,
  matchArticles,
  removeHelpCentre,
} from '@rapport/contract';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ArticleFilter, toQuery } from './article-address.ts';

export const useArticles = (filter: ArticleFilter) =>
  useInfiniteQuery({
    queryKey: ['articles', filter],
    queryFn: ({ signal, pageParam }) =>
      call(listArticles, { query: { ...toQuery(filter), ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useArticle = (articleId: string) =>
  useQuery({
    queryKey: ['article', articleId],
    queryFn: ({ signal }) => call(getArticle, { params: { articleId }, signal }),
  });

export const useCitations = (articleId: string) =>
  useInfiniteQuery({
    queryKey: ['article-citations', articleId],
    queryFn: ({ signal, pageParam }) =>
      call(listArticleCitations, {
        ...{ params: { articleId }, signal },
        query: pageParam === '' ? {} : { after: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useKnowledgeGaps = () =>
  useQuery({ queryKey: ['knowledge-gaps'], queryFn: ({ signal }) => call(getKnowledgeGaps, { signal }) });

/** Null: words that are stored nowhere. */
export const useConversationArticles = (conversationId: string | null) =>
  useQuery({
    queryKey: ['conversation-articles', conversationId],
    queryFn: ({ signal }) =>
      call(getConversationArticles, { params: { conversationId: conversationId ?? '' }, signal }),
    enabled: conversationId !== null,
  });

export const useMatch = () =>
  useMutation({ mutationFn: (question: string) => call(matchArticles, { body: { question } }) });

const importsKey = ['article-imports'] as const;
const whileReadingMilliseconds = 800;

export const useArticleImports = () =>
  useQuery({
    queryKey: importsKey,
    queryFn: ({ signal }) => call(listArticleImports, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.imports.some((one) => one.state === 'reading' || one.state === 'receiving')
        ? whileReadingMilliseconds
        : false,
  });

export interface GivenFile {
  file: File;
  helpCentre: string;
  isPart: boolean;
}

export function useBringArticles() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, helpCentre, isPart }: GivenFile) =>
      call(importArticles, {
        query: {
          fileName: file.name,
          ...(helpCentre.trim() === '' ? {} : { helpCentre: helpCentre.trim() }),
          ...(isPart ? { part: 'yes' as const } : {}),
        },
        bytes: file,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
}

export function useRemoveHelpCentre() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (helpCentre: string) => call(removeHelpCentre, { params: { helpCentre } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: importsKey }),
        queries.invalidateQueries({ queryKey: ['articles'] }),
      ]),
  });
}

export const useArticleProblems = (articleImportId: string) =>
  useQuery({
    queryKey: ['article-problems', articleImportId],
    queryFn: ({ signal }) => call(listArticleProblems, { params: { articleImportId }, query: {}, signal }),
  });
