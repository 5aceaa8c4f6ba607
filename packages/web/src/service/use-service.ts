import { call, confirmNotService, listNotService, type NotServiceKind, setService } from '@rapport/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** What of an import is taken for no service; of the opened kind more than the first few. */
export const useNotService = (importId: string, kind: NotServiceKind | null) =>
  useQuery({
    queryKey: ['not-service', importId, kind],
    queryFn: ({ signal }) =>
      call(listNotService, { params: { importId }, query: kind === null ? {} : { kind }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** A person's word on a whole kind, or on one conversation. */
export function useSayService(importId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['not-service', importId] });
  return {
    kind: useMutation({
      mutationFn: (said: { kind: NotServiceKind; isService: boolean }) =>
        call(confirmNotService, { params: { importId }, body: said }),
      onSuccess,
    }),
    one: useMutation({
      mutationFn: ({ conversationId, notService }: { conversationId: string; notService: NotServiceKind | null }) =>
        call(setService, { params: { conversationId }, body: { notService } }),
      onSuccess,
    }),
  };
}
