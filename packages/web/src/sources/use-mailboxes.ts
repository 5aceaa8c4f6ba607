import {
  call,
  changeMailbox,
  createMailbox,
  listMailboxes,
  listMailboxProblems,
  type MailboxChange,
  pauseMailbox,
  removeMailbox,
  rereadMailbox,
  resumeMailbox,
  tryMailbox,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTriedForm } from './use-tried-form.ts';

const key = ['mailboxes'];

/** While the page is open it is a live board. */
export const useMailboxes = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listMailboxes, { signal }),
    refetchInterval: 4000,
    staleTime: 0,
  });

export const useMailboxProblems = (mailboxId: string, code: string | null) =>
  useQuery({
    queryKey: ['mailbox-problems', mailboxId, code],
    queryFn: ({ signal }) =>
      call(listMailboxProblems, { params: { mailboxId }, query: code === null ? {} : { code }, signal }),
    staleTime: 0,
  });

const acts = { pause: pauseMailbox, resume: resumeMailbox, reread: rereadMailbox } as const;
export type MailboxAct = keyof typeof acts | 'remove';

export function useMailboxAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, mailboxId }: { act: MailboxAct; mailboxId: string }): Promise<void> => {
      if (act === 'remove') await call(removeMailbox, { params: { mailboxId } });
      else await call(acts[act], { params: { mailboxId } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** @param mailboxId of the one that is changed; null: a new one */
export const useMailboxForm = (mailboxId: string | null) =>
  useTriedForm({
    ask: (draft: MailboxChange) => call(tryMailbox, { body: mailboxId === null ? draft : { ...draft, mailboxId } }),
    store: ({ secret, ...draft }) => {
      if (mailboxId !== null) {
        return call(changeMailbox, {
          params: { mailboxId },
          body: secret === undefined ? draft : { ...draft, secret },
        });
      }
      if (secret === undefined) throw new Error('the password is missing'); // the field is required
      return call(createMailbox, { body: { ...draft, secret } });
    },
    key,
  });
