/** One's own contacts in person and by phone, and those on somebody's page. */
import {
  type ContactGiven,
  call,
  changeContact,
  listContacts,
  listPersonContacts,
  logContact,
  notePromise,
  removeContact,
} from '@rapport/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const useContacts = () =>
  useInfiniteQuery({
    queryKey: ['contacts'],
    queryFn: ({ pageParam, signal }) => call(listContacts, { query: { after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const usePersonContacts = (authorId: string) =>
  useQuery({
    queryKey: ['people', authorId, 'contacts'],
    queryFn: ({ signal }) => call(listPersonContacts, { params: { authorId }, signal }),
  });

/** @param contactId the one to change; null writes a new one down */
export function useSaveContact(contactId: string | null) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: ContactGiven) =>
      contactId === null ? call(logContact, { body }) : call(changeContact, { params: { contactId }, body }),
    onSuccess: refresh,
  });
}

/** Whether the promise of a contact was kept. */
export function useNotePromise() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ contactId, kept }: { contactId: string; kept: boolean }) =>
      call(notePromise, { params: { contactId }, body: { kept } }),
    onSuccess: refresh,
  });
}

export function useRemoveContact() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (contactId: string) => call(removeContact, { params: { contactId } }),
    onSuccess: refresh,
  });
}

/** It stands in the lists of conversations, promises and goodwill too, and on one's page. */
function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['contacts', 'conversation', 'conversations', 'people', 'views', 'me']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
