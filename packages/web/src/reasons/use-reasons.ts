import { call, careForReason, getReasons, type ReasonKind } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['reasons'];

/** @param expected something is scored, so an answer that is not there yet is on its way */
export const useReasons = (expected: boolean) =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getReasons, { signal }),
    refetchInterval: (query) => (expected && query.state.data?.reasons === null ? 3_000 : false),
  });

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
