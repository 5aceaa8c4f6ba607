/** Scoring again with another version, and a quality over time as each version reads it. */
import {
  call,
  getTrend,
  pauseRescore,
  type QualityId,
  type RescoreRun,
  resumeRescore,
  startRescore,
} from '@rapport/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

export function useTrend(quality: QualityId) {
  const team = useAskedTeam();
  return useQuery({
    queryKey: ['trend', quality, team],
    queryFn: ({ signal }) => call(getTrend, { query: { quality, team }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useRescore() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['status'] });
  const params = (run: RescoreRun) => ({ rescoreId: run.id });
  return {
    start: useMutation({ mutationFn: () => call(startRescore, {}), onSuccess }),
    pause: useMutation({
      mutationFn: (run: RescoreRun) => call(pauseRescore, { params: params(run) }),
      onSuccess,
    }),
    resume: useMutation({
      mutationFn: (run: RescoreRun) => call(resumeRescore, { params: params(run) }),
      onSuccess,
    }),
  };
}
