/** Opens thanks for an author of this conversation; words selected in the transcript come along as the quote. */
import type { ConversationDetail } from '@rapport/contract';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { readSelection, type SelectedWords } from '../suggestions/selected-words.ts';

const ThankDialog = lazy(async () => ({ default: (await import('./ThankDialog.tsx')).ThankDialog }));

export function ThankButton({ detail, authorId }: { detail: ConversationDetail; authorId: string }) {
  const [open, setOpen] = useState<{ selected: SelectedWords | null } | null>(null);
  const thank = () => setOpen({ selected: readSelection(detail.messages) });
  useKeys({ thank });
  return (
    <>
      <Button
        size="small"
        shortcut="T"
        // A press would take the selection away before it could be read.
        onPointerDown={(event) => event.preventDefault()}
        onClick={thank}
      >
        Thank {detail.assessments.find((one) => one.agentId === authorId)?.agent ?? 'the agent'}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <ThankDialog detail={detail} authorId={authorId} selected={open.selected} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
