import {
  call,
  changeHookSecret,
  createHook,
  type HookEvent,
  listHookDeliveries,
  listHooks,
  removeHook,
  switchHook,
  testHook,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['hooks'];
const lookAgainMilliseconds = 3000;

export const useNewsAddresses = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listHooks, { signal }),
    refetchInterval: lookAgainMilliseconds,
    staleTime: 0,
  });

export const useNewsSent = (hookId: string) =>
  useQuery({
    queryKey: [...key, hookId, 'deliveries'],
    queryFn: ({ signal }) => call(listHookDeliveries, { params: { hookId }, signal }),
    refetchInterval: lookAgainMilliseconds,
    staleTime: 0,
  });

function useHookChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: key }) });
}

export const useNewHook = () =>
  useHookChange((body: { url: string; events: HookEvent[] }) => call(createHook, { body }));

export const useHookAct = () =>
  useHookChange(async ({ hookId, act }: { hookId: string; act: 'on' | 'off' | 'test' | 'remove' }): Promise<void> => {
    const params = { hookId };
    if (act === 'test') await call(testHook, { params });
    else if (act === 'remove') await call(removeHook, { params });
    else await call(switchHook, { params, body: { state: act } });
  });

export const useHookSecret = () =>
  useHookChange((hookId: string) => call(changeHookSecret, { params: { hookId }, body: {} }));
