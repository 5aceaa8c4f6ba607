import { useMutation, useQueryClient } from '@tanstack/react-query';

interface TriedFormParts<Draft, Trial, Saved> {
  /** Whether the other side answers as it should. */
  ask: (draft: Draft) => Promise<Trial>;
  store: (draft: Draft) => Promise<Saved>;
  /** What is shown of it elsewhere. */
  key: readonly string[];
}

/** A form whose other side is asked once before anything is stored: what does not work is not kept. */
export function useTriedForm<Draft, Trial extends { works: boolean }, Saved>({
  ask,
  store,
  key,
}: TriedFormParts<Draft, Trial, Saved>) {
  const queries = useQueryClient();
  const trial = useMutation({ mutationFn: ask });
  const save = useMutation({
    mutationFn: async (draft: Draft) => {
      const answer = await ask(draft);
      return { trial: answer, saved: answer.works ? await store(draft) : null };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return {
    isBusy: trial.isPending || save.isPending,
    answer: save.data?.trial ?? trial.data,
    error: save.error ?? trial.error,
    /** Of the last trial nothing holds once the form says something else. */
    forget: () => {
      trial.reset();
      save.reset();
    },
    tryIt: (draft: Draft) => trial.mutate(draft),
    /** @param onSaved not called where the other side does not answer as it should */
    save: (draft: Draft, onSaved: (saved: Saved) => void) => {
      trial.reset();
      save.mutate(draft, {
        onSuccess: ({ saved }) => {
          if (saved !== null) onSaved(saved);
        },
      });
    },
  };
}
