import {
  call,
  getKeptWords,
  listMaskedPlaces,
  type MaskedPlace,
  type RevealReason,
  revealMasked,
  setKeptWords,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['kept-words'];

export const useKeptWords = () => useQuery({ queryKey: key, queryFn: ({ signal }) => call(getKeptWords, { signal }) });

export function useKeepSwitch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (keeps: boolean) => call(setKeptWords, { body: { keeps } }),
    onSuccess: (state) => {
      queries.setQueryData(key, state);
      return queries.invalidateQueries({ queryKey: ['masked-places'] });
    },
  });
}

/** @param isWanted only who may reveal asks */
export const useMaskedPlaces = (conversationId: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['masked-places', conversationId],
    queryFn: ({ signal }) => call(listMaskedPlaces, { params: { conversationId }, signal }),
    enabled: isWanted,
  });

/** What comes back is held by the dialog alone, never in the memory of questions. */
export const useReveal = (conversationId: string) =>
  useMutation({
    mutationFn: ({ place, reason, reference }: { place: MaskedPlace; reason: RevealReason; reference: string }) =>
      call(revealMasked, {
        params: { conversationId },
        body: { messageId: place.messageId, start: place.start, reason, reference },
      }),
    gcTime: 0,
  });
