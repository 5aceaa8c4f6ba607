import {
  acknowledgeAsCoach,
  acknowledgeMySession,
  type BodyOf,
  type CoachingPlan,
  type CoachingPlanBody,
  call,
  changeCoachingSession,
  closeCoachingPlan,
  createCoachingPlan,
  foreseeCoaching,
  getCoachingPlan,
  getMyCoaching,
  listCoachingExamples,
  listCoachingPeople,
  listCoachingPlans,
  listMyCoaching,
  writeCoachingSession,
  writeToAgent,
  writeToCoach,
} from '@rapport/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMayAsk } from '../accounts/use-me.ts';

export type SessionBody = BodyOf<typeof writeCoachingSession>;
/** From which chair a plan is read. */
export type Side = 'coach' | 'agent';

const planKey = (side: Side, planId: string) => ['coaching', side, planId] as const;

/** Asked only by who may plan for others. */
export const usePlans = () =>
  useQuery({
    enabled: useMayAsk(listCoachingPlans),
    queryKey: ['coaching', 'coach'],
    queryFn: async ({ signal }) => (await call(listCoachingPlans, { signal })).plans,
  });

export const useMyPlans = () =>
  useQuery({
    queryKey: ['coaching', 'agent'],
    queryFn: async ({ signal }) => (await call(listMyCoaching, { signal })).plans,
  });

export const usePlan = (side: Side, planId: string) =>
  useQuery({
    queryKey: planKey(side, planId),
    queryFn: ({ signal }) => call(side === 'coach' ? getCoachingPlan : getMyCoaching, { params: { planId }, signal }),
  });

export const useCoachingPeople = () =>
  useQuery({ queryKey: ['coaching', 'people'], queryFn: ({ signal }) => call(listCoachingPeople, { signal }) });

/** What can be foreseen of a plan that is still being written; asked anew with every change of it. */
export const useOutlook = (body: CoachingPlanBody | null) =>
  useQuery({
    queryKey: ['coaching', 'outlook', body],
    queryFn: ({ signal }) => (body ? call(foreseeCoaching, { body, signal }) : null),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });

export const useExamples = (planId: string, authorId: string) =>
  useQuery({
    queryKey: ['coaching', 'examples', planId, authorId],
    queryFn: async ({ signal }) =>
      (await call(listCoachingExamples, { params: { planId, authorId }, signal })).examples,
  });

export function useBeginPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CoachingPlanBody) => call(createCoachingPlan, { body }),
    onSuccess: (plan) => {
      queries.setQueryData(planKey('coach', plan.id), plan);
      return queries.invalidateQueries({ queryKey: ['coaching', 'coach'], exact: true });
    },
  });
}

/** Everything that changes a plan answers with the plan as it then is. */
function usePlanChange<Given>(side: Side, planId: string, change: (given: Given) => Promise<CoachingPlan>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (plan) => {
      queries.setQueryData(planKey(side, planId), plan);
      return queries.invalidateQueries({ queryKey: ['coaching', side], exact: true });
    },
  });
}

export const useWriteSession = (planId: string, authorId: string, number: number | null) =>
  usePlanChange('coach', planId, (body: SessionBody) =>
    number === null
      ? call(writeCoachingSession, { params: { planId, authorId }, body })
      : call(changeCoachingSession, { params: { planId, authorId, number }, body }),
  );

export const useAcknowledge = (side: Side, planId: string, authorId: string, number: number) =>
  usePlanChange(side, planId, (words: string) =>
    side === 'coach'
      ? call(acknowledgeAsCoach, { params: { planId, authorId, number }, body: {} })
      : call(acknowledgeMySession, { params: { planId, number }, body: { words } }),
  );

export const useSendWords = (side: Side, planId: string, authorId: string) =>
  usePlanChange(side, planId, (words: string) =>
    side === 'coach'
      ? call(writeToAgent, { params: { planId, authorId }, body: { words } })
      : call(writeToCoach, { params: { planId }, body: { words } }),
  );

export const useClosePlan = (planId: string) =>
  usePlanChange('coach', planId, (words: string) => call(closeCoachingPlan, { params: { planId }, body: { words } }));
