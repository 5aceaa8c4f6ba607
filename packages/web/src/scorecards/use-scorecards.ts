import {
  call,
  changeScorecard,
  createScorecard,
  discardScorecardDraft,
  getScorecardAgreement,
  importScorecard,
  listScorecards,
  previewScorecard,
  publishScorecard,
  type Scorecard,
  type ScorecardContent,
  startScorecardDraft,
} from '@rapport/contract';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['scorecards'] as const;

export const useScorecards = () =>
  useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await call(listScorecards, { signal })).scorecards,
  });

/** Puts one scorecard into what pages already hold of them. */
export function keepScorecard(queries: QueryClient, card: Scorecard): void {
  queries.setQueryData<Scorecard[]>(key, (known = []) =>
    known.some(({ id }) => id === card.id) ? known.map((one) => (one.id === card.id ? card : one)) : [...known, card],
  );
}

function useKeeping<Given>(work: (given: Given) => Promise<{ scorecard: Scorecard }>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: ({ scorecard }) => keepScorecard(queries, scorecard) });
}

export const useCreateScorecard = () => useKeeping((name: string) => call(createScorecard, { body: { name } }));

export const useChangeScorecard = (scorecardId: string) =>
  useKeeping((body: { name?: string; archived?: boolean }) => call(changeScorecard, { params: { scorecardId }, body }));

export const useStartDraft = (scorecardId: string) =>
  useKeeping((versionId: string) => call(startScorecardDraft, { params: { scorecardId }, body: { versionId } }));

export const useDiscardDraft = (scorecardId: string) =>
  useKeeping((_: undefined) => call(discardScorecardDraft, { params: { scorecardId } }));

export const usePublish = (scorecardId: string) =>
  useKeeping((body: { revision: number; note: string }) => call(publishScorecard, { params: { scorecardId }, body }));

/** A scorecard out of a CSV file, named after the file. */
export function useBringScorecard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      call(importScorecard, {
        query: { name: file.name.replace(/\.\w+$/, '').slice(0, 80) || 'Scorecard' },
        bytes: file,
      }),
    onSuccess: ({ scorecard }) => keepScorecard(queries, scorecard),
  });
}

/** How far people agree on each category. */
export const useAgreement = (scorecardId: string) =>
  useQuery({
    queryKey: ['scorecard-agreement', scorecardId],
    queryFn: async ({ signal }) => (await call(getScorecardAgreement, { params: { scorecardId }, signal })).categories,
  });

/** What the team's score would be with a draft; asked by hand, since rules are read anew from the words. */
export const usePreview = (scorecardId: string) =>
  useMutation({
    mutationFn: (content: ScorecardContent) =>
      call(previewScorecard, { params: { scorecardId }, body: { content } }).then((preview) => ({ preview, content })),
  });
