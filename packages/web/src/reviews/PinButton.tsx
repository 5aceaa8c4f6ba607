/** Keeps the conversation, or the words marked in it, for later; nobody else sees it. */
import type { ReviewDetail } from '@rapport/contract';
import { readSelection } from '../conversation/selected-words.ts';
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/Toast.tsx';
import { usePinChanges } from './use-reviews.ts';

interface PinButtonProps {
  conversationId: string;
  messages: readonly Pick<ReviewDetail['conversation']['messages'][number], 'id' | 'text'>[];
}

export function PinButton({ conversationId, messages }: PinButtonProps) {
  const { add, remove } = usePinChanges();
  const toast = useToast();
  const pin = () => {
    const words = readSelection(messages);
    add.mutate(
      { conversationId, note: '', ...(words === null ? {} : { words }) },
      {
        onSuccess: ({ pin: made }) =>
          toast({
            text: words === null ? 'The conversation is pinned for you.' : 'The words are pinned for you.',
            undo: () => remove.mutate(made.id),
          }),
        onError: () => toast({ text: 'It could not be pinned. Try again.' }),
      },
    );
  };
  return (
    <Button
      size="small"
      kind="quiet"
      // A press would take the selection away before it could be read.
      onPointerDown={(event) => event.preventDefault()}
      onClick={pin}
    >
      Pin
    </Button>
  );
}
