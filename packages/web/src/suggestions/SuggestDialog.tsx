/** Proposes an article, a macro or a change of a rule out of the conversation that is open, with the words that show why. */
import { type ConversationDetail, type SuggestionKind, suggestionKinds } from '@rapport/contract';
import { useState } from 'react';
import { placeQuote, type SelectedWords } from '../conversation/selected-words.ts';
import { Field } from '../design/Field.tsx';
import { ProposalDialog, type ProposalWords } from './ProposalDialog.tsx';
import { kindWords } from './suggestion-words.ts';
import { useProposeAndClose } from './use-suggestions.ts';

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
  const [value, setValue] = useState<ProposalWords>({ title: '', words: '' });
  const [failure, setFailure] = useState<string | null>(null);
  const propose = useProposeAndClose(onClose);
  const send = (given: ProposalWords) => {
    const said = placeQuote(message, quote);
    if (said === null) return setFailure('The quote has to be exact words of this message.');
    setFailure(null);
    propose.send({ kind, ...given, conversationId: detail.id, said });
  };
  return (
    <ProposalDialog
      title="Suggest an improvement"
      kind={<KindField value={kind} onChange={setKind} />}
      wordsLabel="What is proposed, and why"
      value={value}
      onChange={setValue}
      isPending={propose.isPending}
      error={propose.error}
      onSend={send}
      onClose={onClose}
    >
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
    </ProposalDialog>
  );
}

function KindField({ value, onChange }: { value: SuggestionKind; onChange: (kind: SuggestionKind) => void }) {
  return (
    <Field label="What would help?">
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={({ target }) => onChange(suggestionKinds.find((one) => one === target.value) ?? 'article')}
        >
          {suggestionKinds.map((one) => (
            <option key={one} value={one}>
              {kindWords[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
