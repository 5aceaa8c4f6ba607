import {
  call,
  getPastReviews,
  importPastReviews,
  listPastReviewProblems,
  lookAtPastReviews,
  type PastReviewColumns,
  removePastReviews,
  type SaidScale,
} from '@rapport/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['past-reviews'] as const;

export const usePastReviews = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => call(getPastReviews, { signal }) });

/** What a person said about a file; what is absent is guessed. */
export interface FileChoice {
  columns?: PastReviewColumns;
  scale?: SaidScale;
  dayFirst?: boolean;
}

const queryOf = (file: File, { columns, scale, dayFirst }: FileChoice) => ({
  fileName: file.name,
  ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }),
  ...(scale === undefined ? {} : { scale }),
  ...(dayFirst === undefined ? {} : { dayFirst: dayFirst ? ('yes' as const) : ('no' as const) }),
});

/** The file as it would be read, looked at again with each choice; the last look stays while the next is on its way. */
export const useLook = (file: File, choice: FileChoice) =>
  useQuery({
    queryKey: ['past-reviews-look', file.name, file.size, file.lastModified, choice],
    queryFn: ({ signal }) => call(lookAtPastReviews, { query: queryOf(file, choice), bytes: file, signal }),
    placeholderData: keepPreviousData,
  });

export function useKeepReviews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, choice }: { file: File; choice: FileChoice }) =>
      call(importPastReviews, { query: queryOf(file, choice), bytes: file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveFile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) => call(removePastReviews, { params: { importId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export const usePastProblems = (importId: string) =>
  useQuery({
    queryKey: ['past-review-problems', importId],
    queryFn: ({ signal }) => call(listPastReviewProblems, { params: { importId }, signal }),
  });
