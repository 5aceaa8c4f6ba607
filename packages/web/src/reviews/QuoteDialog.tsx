/** Choosing words to quote without a pointer: every sentence of the conversation, one button each. */
import type { Evidence, ReviewDetail } from '@rapport/contract';
import { sentencesOf } from '../conversation/selected-words.ts';
import { Dialog } from '../design/Dialog.tsx';
import './ReviewDialog.css';

interface QuoteDialogProps {
  messages: ReviewDetail['conversation']['messages'];
  category: string;
  chosen: readonly Evidence[];
  onChoose: (words: Evidence) => void;
  onClose: () => void;
}

export function QuoteDialog({ messages, category, chosen, onChoose, onClose }: QuoteDialogProps) {
  const isChosen = (words: Evidence) =>
    chosen.some(({ messageId, start }) => messageId === words.messageId && start === words.start);
  return (
    <Dialog open onClose={onClose} title={`Words for ${category}`} kind="wide">
      <p className="second">Mark words in the conversation and press Q, or choose a sentence here.</p>
      {messages.map((message) => (
        <section key={message.id} className="quote-choice" aria-label={message.author}>
          <p className="caption">{message.author}</p>
          {sentencesOf(message)
            .filter((words) => !isChosen(words))
            .map((words) => (
              <button key={words.start} type="button" className="say-small" onClick={() => onChoose(words)}>
                {words.quote}
              </button>
            ))}
        </section>
      ))}
    </Dialog>
  );
}
