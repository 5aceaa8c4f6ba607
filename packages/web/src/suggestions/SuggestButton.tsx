/** Opens the proposal; whatever is selected in the transcript comes along as its quote. */
import type { ConversationDetail } from '@rapport/contract';
import { lazy, Suspense, useState } from 'react';
import { readSelection, type SelectedWords } from '../conversation/selected-words.ts';
import { Button } from '../design/Button.tsx';

const SuggestDialog = lazy(async () => ({ default: (await import('./SuggestDialog.tsx')).SuggestDialog }));

export function SuggestButton({ detail }: { detail: ConversationDetail }) {
  const [open, setOpen] = useState<{ selected: SelectedWords | null } | null>(null);
  return (
    <>
      <Button
        size="small"
        // A press would take the selection away before it could be read.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => setOpen({ selected: readSelection(detail.messages) })}
      >
        Suggest an article, macro or rule
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <SuggestDialog detail={detail} selected={open.selected} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
