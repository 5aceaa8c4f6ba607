/** Proposes the article that is missing, with the customer's question that shows it. */
import type { KnowledgeGap } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useProposeAndClose } from '../suggestions/use-suggestions.ts';
import '../suggestions/SuggestDialog.css';

export function SuggestArticleDialog({ gap, onClose }: { gap: KnowledgeGap; onClose: () => void }) {
  const [title, setTitle] = useState(gap.name);
  const [words, setWords] = useState(
    `Customers asked this in ${gap.conversations.toLocaleString()} conversations, the answers were unsure, and no article fits.`,
  );
  const [place, setPlace] = useState(0);
  const propose = useProposeAndClose(onClose);
  const question = gap.questions[place];
  const isReady = title.trim() !== '' && words.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!question || !isReady) return;
    const { conversationId, ...said } = question;
    propose.send({ kind: 'article', title: title.trim(), words: words.trim(), conversationId, said });
  };
  return (
    <Dialog open onClose={onClose} title="Suggest an article" kind="wide">
      <form onSubmit={submit} className="suggest">
        <Field label="Title">
          {(id) => <input id={id} value={title} maxLength={160} onChange={({ target }) => setTitle(target.value)} />}
        </Field>
        <Field label="What it should say, and why">
          {(id) => (
            <textarea id={id} value={words} maxLength={4000} onChange={({ target }) => setWords(target.value)} />
          )}
        </Field>
        <Field label="The question that shows it">
          {(id) => (
            <select id={id} value={place} onChange={({ target }) => setPlace(Number(target.value))}>
              {gap.questions.map(({ conversationId, messageId, quote }, index) => (
                <option key={`${conversationId} ${messageId}`} value={index}>
                  {quote.slice(0, 90)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {propose.error ? <ErrorState error={propose.error} /> : null}
        <div className="suggest-buttons">
          <Button
            type="submit"
            kind="primary"
            blocked={propose.isPending ? 'It is being sent' : isReady ? undefined : 'It needs a title and a reason'}
          >
            Propose it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
