/** Where authors are numbers: the helpdesk's list of people as a second file, or go on with guesses. */
import { addPeople, call, type ImportRun, type IntakePlan } from '@rapport/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { countOf } from '../first-run/count-words.ts';
import { keepImport } from '../first-run/use-imports.ts';

export function PeopleQuestion({ run, plan }: { run: ImportRun; plan: IntakePlan }) {
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: (file: File) =>
      call(addPeople, { params: { importId: run.id }, query: { fileName: file.name }, bytes: file }),
    onSuccess: (next) => keepImport(queries, next),
  });
  return (
    <div className="mapping-question">
      <span className="second" role="status">
        {plan.knownPeople
          ? `${countOf(plan.knownPeople, 'person', 'people')} named; their roles hold.`
          : 'The authors are only numbers. With the list of users nothing has to be guessed.'}
      </span>
      <Button onClick={() => field.current?.click()} blocked={send.isPending ? 'It is being sent' : undefined}>
        {plan.knownPeople ? 'Choose another list' : 'Choose the users file'}
      </Button>
      <input
        ref={field}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="The list of users"
        accept=".json,.jsonl,.ndjson,.gz"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) send.mutate(file);
          // Cleared, so that the same file can be chosen again after it was corrected.
          event.target.value = '';
          event.target.blur();
        }}
      />
      {send.error ? <ErrorState error={send.error} /> : null}
    </div>
  );
}
