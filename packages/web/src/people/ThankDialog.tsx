/** Thanks for one author of the conversation that is open, with words that stand in it. */
import type { ConversationDetail } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { placeQuote, type SelectedWords } from '../conversation/selected-words.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { offerQuotes } from './offer-quotes.ts';
import { useGiveKudos, useTakeBackKudos } from './use-people.ts';
import './ThankDialog.css';

interface ThankDialogProps {
  detail: ConversationDetail;
  /** Whom, as named in the transcript. */
  agent: string;
  selected: SelectedWords | null;
  onClose: () => void;
}

export function ThankDialog({ detail, agent, selected, onClose }: ThankDialogProps) {
  const authorId = detail.assessments.find((one) => one.agent === agent)?.agentId;
  const offered = offerQuotes(detail, agent, selected);
  const [first] = offered;
  const [messageId, setMessageId] = useState(first?.messageId ?? '');
  const [quote, setQuote] = useState(first?.quote ?? '');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const give = useGiveKudos(detail.id);
  const takeBack = useTakeBackKudos();
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const message = detail.messages.find(({ id }) => id === messageId);
    const said = placeQuote(message, quote);
    if (said === null) return setFailure('The quote has to be exact words of this conversation.');
    setFailure(null);
    give.mutate(
      { ...(authorId && { authorId }), messageId: said.messageId, quote: said.quote, note: note.trim() },
      {
        onSuccess: ({ id }) => {
          toast({ text: `${agent} sees your thanks.`, undo: () => takeBack.mutate(id) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={`Thank ${agent}`} kind="wide">
      <form onSubmit={submit} className="thank">
        {offered.length > 0 ? (
          <fieldset>
            <legend>With which words?</legend>
            {offered.map((one) => (
              <label key={`${one.messageId} ${one.quote}`} className="thank-offer">
                <input
                  type="radio"
                  name="words"
                  checked={one.messageId === messageId && one.quote === quote}
                  onChange={() => {
                    setMessageId(one.messageId);
                    setQuote(one.quote);
                  }}
                />
                <span>
                  <span className="say-small">“{one.quote}”</span> <span className="caption">{one.from}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : (
          <p className="second">
            Select words in the conversation first, the customer’s or {agent}’s own, and press T.
          </p>
        )}
        <Field label="A word of yours" hint="If you like. Nobody counts thanks, and nobody is ranked by them.">
          {(id, hint) => (
            <textarea
              id={id}
              aria-describedby={hint}
              value={note}
              maxLength={500}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <p role="status" className="attention">
          {failure}
        </p>
        {give.error ? <ErrorState error={give.error} /> : null}
        <div className="thank-buttons">
          <Button
            type="submit"
            kind="primary"
            blocked={give.isPending ? 'It is being sent' : offered.length === 0 ? 'Words are missing' : undefined}
          >
            Say thank you
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
