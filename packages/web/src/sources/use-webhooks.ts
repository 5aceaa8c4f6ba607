import {
  call,
  changeReceiverSecret,
  createWebhookReceiver,
  listWebhookCalls,
  listWebhookReceivers,
  removeWebhookReceiver,
  switchWebhookReceiver,
  type WebhookKind,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['webhook-receivers'];
/** While the page is open it is a live board: a test of the helpdesk shows within seconds. */
const lookAgainMilliseconds = 3000;

export const useReceivers = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listWebhookReceivers, { signal }),
    refetchInterval: lookAgainMilliseconds,
    staleTime: 0,
  });

export const useWebhookCalls = (receiverId: string) =>
  useQuery({
    queryKey: [...key, receiverId, 'calls'],
    queryFn: ({ signal }) => call(listWebhookCalls, { params: { receiverId }, signal }),
    refetchInterval: lookAgainMilliseconds,
    staleTime: 0,
  });

function useReceiverChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: key }) });
}

export const useNewReceiver = () =>
  useReceiverChange((body: { kind: WebhookKind; source: string }) => call(createWebhookReceiver, { body }));

export const useReceiverSwitch = () =>
  useReceiverChange(({ receiverId, state }: { receiverId: string; state: 'on' | 'paused' }) =>
    call(switchWebhookReceiver, { params: { receiverId }, body: { state } }),
  );

/** @param secret null: Rapport makes one up */
export const useReceiverSecret = () =>
  useReceiverChange(({ receiverId, secret }: { receiverId: string; secret: string | null }) =>
    call(changeReceiverSecret, { params: { receiverId }, body: secret === null ? {} : { secret } }),
  );

export const useReceiverRemoval = () =>
  useReceiverChange((receiverId: string) => call(removeWebhookReceiver, { params: { receiverId } }));
