import {
  type ConnectionDraft,
  call,
  changeConnection,
  createConnection,
  listConnectionProblems,
  listConnections,
  listSourceOffers,
  pauseConnection,
  removeConnection,
  rereadConnection,
  resumeConnection,
  tryConnection,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTriedForm } from './use-tried-form.ts';

/** While the page is open it is a live board. */
const lookAgainMilliseconds = 4000;

export const useConnections = () =>
  useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => call(listConnections, { signal }),
    refetchInterval: lookAgainMilliseconds,
    staleTime: 0,
  });

/** What can be connected does not change while Rapport runs. */
export const useSourceOffers = () =>
  useQuery({
    queryKey: ['source-offers'],
    queryFn: ({ signal }) => call(listSourceOffers, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useConnectionProblems = (connectionId: string, code: string | null) =>
  useQuery({
    queryKey: ['connection-problems', connectionId, code],
    queryFn: ({ signal }) =>
      call(listConnectionProblems, { params: { connectionId }, query: code === null ? {} : { code }, signal }),
    staleTime: 0,
  });

const actions = { pause: pauseConnection, resume: resumeConnection, reread: rereadConnection } as const;
export type ConnectionAct = keyof typeof actions | 'remove';

export function useConnectionAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, connectionId }: { act: ConnectionAct; connectionId: string }): Promise<void> => {
      if (act === 'remove') await call(removeConnection, { params: { connectionId } });
      else await call(actions[act], { params: { connectionId } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  });
}

/** @param connectionId of the one that is changed; null: a new one */
export const useConnectionForm = (connectionId: string | null) =>
  useTriedForm({
    ask: (draft: ConnectionDraft) =>
      call(tryConnection, { body: connectionId === null ? draft : { ...draft, connectionId } }),
    store: (draft) =>
      connectionId === null
        ? call(createConnection, { body: draft })
        : call(changeConnection, { params: { connectionId }, body: draft }),
    key: ['connections'],
  });
