/** Opens thanks for an author of this conversation; words selected in the transcript come along as the quote. */
import type { ConversationDetail } from '@rapport/contract';
import { lazy, Suspense, useState } from 'react';
import { readSelection, type SelectedWords } from '../conversation/selected-words.ts';
import { Button } from '../design/Button.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { useOwnAuthors } from './use-people.ts';

const ThankDialog = lazy(async () => ({ default: (await import('./ThankDialog.tsx')).ThankDialog }));

interface ThankButtonProps {
  detail: ConversationDetail;
  /** Whose scores are open beside the transcript. */
  shown: ConversationDetail['assessments'][number] | undefined;
}

export function ThankButton({ detail, shown }: ThankButtonProps) {
  const ownIds = useOwnAuthors();
  const own = detail.assessments.find(({ agentId }) => ownIds.includes(agentId))?.agent;
  const others = detail.messages
    .filter(({ role, visibility, author }) => role === 'agent' && visibility === 'public' && author !== own)
    .map(({ author }) => author);
  const usual = shown !== undefined && others.includes(shown.agent) ? shown.agent : others[0];
  return usual === undefined ? null : <ThankSomebody detail={detail} others={others} usual={usual} />;
}

interface ThankSomebodyProps {
  detail: ConversationDetail;
  others: readonly string[];
  usual: string;
}

function ThankSomebody({ detail, others, usual }: ThankSomebodyProps) {
  const [open, setOpen] = useState<{ agent: string; selected: SelectedWords | null } | null>(null);
  const thank = () => {
    const selected = readSelection(detail.messages);
    const writer = detail.messages.find(({ id }) => id === selected?.messageId)?.author;
    setOpen({ agent: writer !== undefined && others.includes(writer) ? writer : usual, selected });
  };
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
        Thank {usual}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <ThankDialog detail={detail} {...open} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
