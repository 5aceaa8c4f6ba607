import { call, confirmMapping, type IntakePlan } from '@rapport/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepImport } from '../first-run/use-imports.ts';
import { type MappingChoice, toConfirm } from './mapping-choice.ts';

/** Says which column is what; reading then starts. */
export function useConfirmMapping(importId: string, plan: IntakePlan) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: MappingChoice) =>
      call(confirmMapping, { params: { importId }, body: toConfirm(choice, plan) }),
    onSuccess: (run) => keepImport(queries, run),
  });
}
