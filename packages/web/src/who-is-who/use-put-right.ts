import type { Author, AuthorRole } from '@rapport/contract';
import { useToast } from '../design/Toast.tsx';
import { roleNames } from './role-words.ts';
import { useCorrectRole } from './use-authors.ts';

/** Corrects one author, says so, and offers the way back. @param importId null: on the list of everybody */
export function usePutRight(importId: string | null) {
  const toast = useToast();
  const correct = useCorrectRole(importId);
  const putRight = (author: Author, role: AuthorRole) =>
    correct.mutate(
      { authorId: author.id, role },
      {
        onSuccess: () =>
          toast({
            text: `${author.name} is ${roleNames[role].toLowerCase()} now. Their conversations are scored again.`,
            undo: () => correct.mutate({ authorId: author.id, role: author.role }),
          }),
      },
    );
  return { putRight, error: correct.error };
}
