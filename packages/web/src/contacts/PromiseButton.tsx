/** Says that a promise which was written down by hand was kept; or that it is open after all. */
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useNotePromise } from './use-contacts.ts';

interface PromiseButtonProps {
  contactId: string;
  isKept: boolean;
  /** The promised thing, for those who cannot see what stands beside it. */
  what: string;
}

export function PromiseButton({ contactId, isKept, what }: PromiseButtonProps) {
  const note = useNotePromise();
  const toast = useToast();
  const kept = !isKept;
  return (
    <>
      <Button
        size="small"
        kind={isKept ? 'quiet' : 'secondary'}
        aria-label={`${isKept ? 'Not kept after all' : 'It was kept'}: ${what}`}
        onClick={() =>
          note.mutate(
            { contactId, kept },
            { onSuccess: () => toast({ text: kept ? 'Noted: it was kept.' : 'Noted: it is open again.' }) },
          )
        }
      >
        {isKept ? 'Not kept after all' : 'It was kept'}
      </Button>
      {note.error ? <ErrorState error={note.error} /> : null}
    </>
  );
}
