import {
  acknowledgeReview,
  addPin,
  addReviewComment,
  assignReview,
  type BodyOf,
  call,
  changeReviewSettings,
  drawReviews,
  finishReview,
  getReview,
  getReviewResults,
  getReviewSettings,
  listMyReviewTasks,
  listPins,
  listReviewDraws,
  listReviewers,
  listReviews,
  listReviewsAboutMe,
  listReviewTasks,
  openReview,
  type QueryOf,
  type ReplaceReason,
  type ResponseOf,
  type ReviewDetail,
  reassignReview,
  removePin,
  replaceReviewTask,
  reviseReview,
  sayReading,
  setReviewGoal,
  startSelfReview,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMayAsk } from '../accounts/use-me.ts';

const all = ['reviews'] as const;
const one = (id: string) => [...all, 'one', id] as const;

export const useMyTasks = () =>
  useQuery({ queryKey: [...all, 'mine'], queryFn: ({ signal }) => call(listMyReviewTasks, { signal }) });

export const useTeamTasks = () =>
  useQuery({
    enabled: useMayAsk(listReviewTasks),
    queryKey: [...all, 'team'],
    queryFn: ({ signal }) => call(listReviewTasks, { signal }),
  });

export const useDraws = () =>
  useQuery({
    enabled: useMayAsk(listReviewDraws),
    queryKey: [...all, 'draws'],
    queryFn: ({ signal }) => call(listReviewDraws, { signal }),
  });

export const useResults = () =>
  useQuery({
    enabled: useMayAsk(getReviewResults),
    queryKey: [...all, 'results'],
    queryFn: ({ signal }) => call(getReviewResults, { signal }),
  });

export const useAboutMe = () =>
  useQuery({ queryKey: [...all, 'about-me'], queryFn: ({ signal }) => call(listReviewsAboutMe, { signal }) });

export const useReviewers = () =>
  useQuery({ queryKey: [...all, 'people'], queryFn: ({ signal }) => call(listReviewers, { signal }) });

export const useReviewSettings = () =>
  useQuery({ queryKey: [...all, 'settings'], queryFn: ({ signal }) => call(getReviewSettings, { signal }) });

export type ReviewFilter = Partial<QueryOf<typeof listReviews>>;

export const useReviewList = (filter: ReviewFilter) =>
  useQuery({
    queryKey: [...all, 'list', filter],
    queryFn: ({ signal }) => call(listReviews, { query: filter, signal }),
  });

export const useReview = (reviewId: string) =>
  useQuery({
    queryKey: one(reviewId),
    queryFn: async ({ signal }) => (await call(getReview, { params: { reviewId }, signal })).review,
    // A draft on the page is newer than what a refetch would bring.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Opens an assigned review; answers with it. */
export function useOpenReview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (assignmentId: string) => call(openReview, { params: { assignmentId } }),
    onSuccess: ({ review }) => {
      queries.setQueryData<ReviewDetail>(one(review.id), review);
      void queries.invalidateQueries({ queryKey: [...all, 'mine'] });
    },
  });
}

export function useReviewChanges(reviewId: string) {
  const queries = useQueryClient();
  const onSuccess = ({ review }: { review: ReviewDetail }) => {
    queries.setQueryData<ReviewDetail>(one(review.id), review);
    // At once, so that whoever goes on by keys is not given the one they have just finished.
    if (review.state !== 'draft') {
      queries.setQueryData<ResponseOf<typeof listMyReviewTasks>>([...all, 'mine'], (known) =>
        known === undefined
          ? undefined
          : {
              ...known,
              tasks: known.tasks.map((task) =>
                task.assignmentId === review.assignmentId ? { ...task, state: 'done' } : task,
              ),
            },
      );
    }
    for (const part of ['mine', 'team', 'draws', 'results', 'about-me', 'list']) {
      void queries.invalidateQueries({ queryKey: [...all, part] });
    }
  };
  const params = { reviewId };
  return {
    finish: useMutation({
      mutationFn: (seconds: number) => call(finishReview, { params, body: { seconds } }),
      onSuccess,
    }),
    say: useMutation({
      mutationFn: (body: { categoryId: string; fits: 'machine' | 'mine' | 'rule-unclear' }) =>
        call(sayReading, { params, body }),
      onSuccess: ({ review }) => queries.setQueryData<ReviewDetail>(one(review.id), review),
    }),
    revise: useMutation({
      mutationFn: (reason: string) => call(reviseReview, { params, body: { reason } }),
      onSuccess,
    }),
    comment: useMutation({
      mutationFn: (body: { text: string; mentions: string[] }) => call(addReviewComment, { params, body }),
      onSuccess,
    }),
    acknowledge: useMutation({ mutationFn: () => call(acknowledgeReview, { params }), onSuccess }),
  };
}

export function useReplaceTask() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ assignmentId, ...body }: { assignmentId: string; reason: ReplaceReason; words: string }) =>
      call(replaceReviewTask, { params: { assignmentId }, body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: all }),
  });
}

export function useDrawReviews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof drawReviews>) => call(drawReviews, { body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: all }),
  });
}

export function useSetGoal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, perWeek }: { personId: string; perWeek: number | null }) =>
      call(setReviewGoal, { params: { personId }, body: { perWeek } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: all }),
  });
}

/** Things a lead or admin changes around reviews; everything that is shown of reviews is then asked anew. */
export function useReviewLead() {
  const queries = useQueryClient();
  const onSuccess = () => void queries.invalidateQueries({ queryKey: all });
  return {
    assign: useMutation({ mutationFn: (body: BodyOf<typeof assignReview>) => call(assignReview, { body }), onSuccess }),
    reassign: useMutation({
      mutationFn: ({ assignmentId, ...body }: { assignmentId: string; reviewerId?: string }) =>
        call(reassignReview, { params: { assignmentId }, body }),
      onSuccess,
    }),
    settle: useMutation({
      mutationFn: (anonymous: boolean) => call(changeReviewSettings, { body: { anonymous } }),
      onSuccess,
    }),
  };
}

/** A review of one's own part in a conversation. */
export function useSelfReview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) => call(startSelfReview, { body: { conversationId } }),
    onSuccess: ({ review }) => queries.setQueryData<ReviewDetail>(one(review.id), review),
  });
}

const pins = ['pins'] as const;
export const usePins = () => useQuery({ queryKey: pins, queryFn: ({ signal }) => call(listPins, { signal }) });

export function usePinChanges() {
  const queries = useQueryClient();
  const onSuccess = () => void queries.invalidateQueries({ queryKey: pins });
  return {
    add: useMutation({ mutationFn: (body: BodyOf<typeof addPin>) => call(addPin, { body }), onSuccess }),
    remove: useMutation({ mutationFn: (pinId: string) => call(removePin, { params: { pinId } }), onSuccess }),
  };
}
