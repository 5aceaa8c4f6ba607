import { type AuthorRole, call, confirmAuthors, getImport, listAuthors, setAuthorRole } from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keepImport } from '../first-run/use-imports.ts';

export const useImport = (importId: string) =>
  useQuery({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(getImport, { params: { importId }, signal }),
    staleTime: 0,
  });

/** @param importId null: everybody who wrote anywhere */
export const useAuthors = (importId: string | null) =>
  useQuery({
    queryKey: ['authors', importId],
    queryFn: ({ signal }) => call(listAuthors, { query: importId === null ? {} : { importId }, signal }),
    staleTime: 0,
  });

/** Who is who is right, or corrected: scoring starts. */
export function useConfirmAuthors(importId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ roles, ownDomains }: { roles: Record<string, AuthorRole>; ownDomains: string[] | undefined }) =>
      call(confirmAuthors, {
        params: { importId },
        body: ownDomains === undefined ? { roles } : { roles, ownDomains },
      }),
    onSuccess: (run) => {
      keepImport(queries, run);
      queries.setQueryData(['imports', importId], run);
      onDone();
    },
  });
}

/** Corrects one author after the import; their conversations are scored again. */
export function useCorrectRole(importId: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ authorId, role }: { authorId: string; role: AuthorRole }) =>
      call(setAuthorRole, { params: { authorId }, body: { role } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['authors', importId] }),
  });
}
