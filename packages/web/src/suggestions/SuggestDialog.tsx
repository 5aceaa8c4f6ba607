/** Proposes an article, a macro or a change of a rule out of the conversation that is open, with the words that show why. */
import { type ConversationDetail, type SuggestionKind, suggestionKinds } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { placeQuote, type SelectedWords } from '../conversation/selected-words.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { kindWords } from './suggestion-words.ts';
import { useProposeAndClose } from './use-suggestions.ts';
import './SuggestDialog.css';

interface SuggestDialogProps {
  detail: ConversationDetail;
  selected: SelectedWords | null;
  onClose: () => void;
}

export function SuggestDialog({ detail, selected, onClose }: SuggestDialogProps) {
  const messages = detail.messages.filter(({ visibility }) => visibility === 'public');
  const [messageId, setMessageId] = useState(selected?.messageId ?? messages[0]?.id ?? '');
  const message = messages.find(({ id }) => id === messageId);
  const [quote, setQuote] = useState(selected?.quote ?? message?.text ?? '');
  const [kind, setKind] = useState<SuggestionKind>('article');
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const propose = useProposeAndClose(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = placeQuote(message, quote);
    if (said === null) return setFailure('The quote has to be exact words of this message.');
    if (title.trim() === '' || words.trim() === '') return setFailure('It needs a title and a reason.');
    setFailure(null);
    propose.send({ kind, title: title.trim(), words: words.trim(), conversationId: detail.id, said });
  };
  return (
    <Dialog open onClose={onClose} title="Suggest an improvement" kind="wide">
      <form onSubmit={submit} className="suggest">
        <Field label="What would help?">
          {(id) => (
            <select
              id={id}
              value={kind}
              onChange={({ target }) => setKind(suggestionKinds.find((one) => one === target.value) ?? 'article')}
            >
              {suggestionKinds.map((one) => (
                <option key={one} value={one}>
                  {kindWords[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Title">
          {(id) => <input id={id} value={title} maxLength={160} onChange={({ target }) => setTitle(target.value)} />}
        </Field>
        <Field label="What is proposed, and why">
          {(id) => (
            <textarea id={id} value={words} maxLength={4000} onChange={({ target }) => setWords(target.value)} />
          )}
        </Field>
        <Field label="The message that shows it">
          {(id) => (
            <select
              id={id}
              value={messageId}
              onChange={({ target }) => {
                setMessageId(target.value);
                setQuote(messages.find((one) => one.id === target.value)?.text ?? '');
              }}
            >
              {messages.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.author}: {one.text.slice(0, 70)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Its words" hint="Cut it to what matters; the words themselves stay as they were written.">
          {(id, hint) => (
            <textarea
              id={id}
              aria-describedby={hint}
              className="say-small"
              value={quote}
              onChange={({ target }) => setQuote(target.value)}
            />
          )}
        </Field>
        <p role="status" className="attention">
          {failure}
        </p>
        {propose.error ? <ErrorState error={propose.error} /> : null}
        <div className="suggest-buttons">
          <Button type="submit" kind="primary" blocked={propose.isPending ? 'It is being sent' : undefined}>
            Propose it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
