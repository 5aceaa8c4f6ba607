import { call, careForReason, getReasons, type ReasonKind } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAskedTeam } from '../whose/use-asked-team.ts';

const key = ['reasons'];

/** @param expected something is scored, so an answer that is not there yet is on its way */
export function useReasons(expected: boolean) {
  const team = useAskedTeam();
  return useQuery({
    queryKey: [...key, team],
    queryFn: ({ signal }) => call(getReasons, { query: { team }, signal }),
    refetchInterval: ({ state: { data } }) =>
      expected && data?.reasons === null && data.whose.refused === null ? 3_000 : false,
  });
}

export interface SaidCare {
  kind: ReasonKind;
  key: string;
  owner: string | null;
  fixedAt: string | null;
}

export function useCareForReason() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, key: reason, owner, fixedAt }: SaidCare) =>
      call(careForReason, { params: { kind, key: reason }, body: { owner, fixedAt } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
