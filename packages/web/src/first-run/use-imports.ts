/** Imports, newest first; and what a person may do with one that is under way. */
import {
  call,
  cancelImport,
  type ImportRun,
  listImports,
  pauseImport,
  removeSample,
  resumeImport,
  startSample,
} from '@rapport/contract';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['imports'] as const;

export const useImports = () =>
  useQuery({ queryKey: key, queryFn: async ({ signal }) => (await call(listImports, { signal })).imports });

/** Puts a newer state of an import where every part of the page reads it. */
export function keepImport(queries: QueryClient, run: ImportRun): void {
  const before = queries.getQueryData<ImportRun[]>(key) ?? [];
  const known = before.find((one) => one.id === run.id);
  const next = known ? before.map((one) => (one.id === run.id ? run : one)) : [run, ...before];
  queries.setQueryData<ImportRun[]>(key, next);
  if (known?.state !== run.state) void queries.invalidateQueries({ queryKey: ['status'] });
}

export function useImportActions(run: ImportRun) {
  const queries = useQueryClient();
  const params = { importId: run.id };
  const onSuccess = (next: ImportRun) => keepImport(queries, next);
  return {
    pause: useMutation({ mutationFn: () => call(pauseImport, { params }), onSuccess }),
    resume: useMutation({ mutationFn: () => call(resumeImport, { params }), onSuccess }),
    cancel: useMutation({ mutationFn: () => call(cancelImport, { params }), onSuccess }),
  };
}

export function useStartSample() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => call(startSample, {}), onSuccess: (run) => keepImport(queries, run) });
}

/** Takes the sample team away; everything on every page was found with it, so everything is asked again. */
export function useRemoveSample() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => call(removeSample, {}), onSuccess: () => queries.resetQueries() });
}
