import {
  type BodyOf,
  call,
  decideDispute,
  listDisputes,
  type NewDispute,
  openDispute,
  setDisputeWindow,
  withdrawDispute,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['disputes'] as const;

/** @param conversationId only those of one conversation */
export const useDisputes = (conversationId?: string) =>
  useQuery({
    queryKey: [...key, conversationId ?? null],
    queryFn: ({ signal }) =>
      call(listDisputes, { signal, query: conversationId === undefined ? {} : { conversationId } }),
  });

/** What is contested is out of averages at once, so numbers are asked for anew as well. */
function useForgetNumbers(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

export function useContest() {
  const forget = useForgetNumbers();
  return useMutation({ mutationFn: (body: NewDispute) => call(openDispute, { body }), onSuccess: forget });
}

export function useWithdraw(disputeId: string) {
  const forget = useForgetNumbers();
  return useMutation({ mutationFn: () => call(withdrawDispute, { params: { disputeId } }), onSuccess: forget });
}

export function useDecide(disputeId: string) {
  const forget = useForgetNumbers();
  return useMutation({
    mutationFn: (body: BodyOf<typeof decideDispute>) => call(decideDispute, { params: { disputeId }, body }),
    onSuccess: forget,
  });
}

export function useDisputeWindow() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (windowDays: number) => call(setDisputeWindow, { body: { windowDays } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
