/** What erasing would do, in numbers; then the name is typed, because it cannot be undone. */
import { call, type ErasurePreview, type ErasureWanted, type Identity, startErasure } from '@rapport/contract';
import { useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { countOf } from '../first-run/count-words.ts';
import { useErasurePreview, usePrivacyChange } from './use-privacy.ts';

export function ErasureForm({ chosen, onEnd }: { chosen: readonly Identity[]; onEnd: () => void }) {
  const toast = useToast();
  const [given, setGiven] = useState('');
  const [words, setWords] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const kind = chosen.every((one) => one.kind === 'customer') ? 'customer' : 'agent';
  const wanted: ErasureWanted = { kind, identityIds: chosen.map(({ id }) => id), words };
  const preview = useErasurePreview(wanted);
  const erasing = usePrivacyChange(() => call(startErasure, { body: { ...wanted, typed } }));
  const stops = preview.data?.stops ?? [];
  const isTyped = preview.data !== undefined && typed.trim() === preview.data.confirm.trim();
  return (
    <form
      className="settings-form privacy-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTyped || stops.length > 0) return;
        erasing.mutate(undefined, {
          onSuccess: () => {
            toast({ text: 'The person is being erased. The receipt is below.' });
            onEnd();
          },
        });
      }}
    >
      <div className="field">
        <label htmlFor="erased-words">Other words by which they are known in texts</label>
        <textarea
          id="erased-words"
          rows={3}
          value={given}
          aria-describedby="erased-words-hint"
          onChange={(event) => setGiven(event.target.value)}
          onBlur={() => setWords(linesOf(given))}
        />
        <p className="caption" id="erased-words-hint">
          One a line: a first name, an address, an order number. Each is covered wherever others wrote it. A name of two
          words or more is covered anyway; a single first name also covers others of that name.
        </p>
      </div>
      {preview.error ? <ErrorState error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <LoadingState>Counting what would go.</LoadingState> : null}
      {preview.data ? <WhatGoes kind={kind} preview={preview.data} /> : null}
      {stops.map((one) => (
        <Refusal key={one}>{one}</Refusal>
      ))}
      {preview.data && stops.length === 0 ? (
        <TypedField
          label={`Type ${preview.data.confirm} to confirm`}
          autoComplete="off"
          value={typed}
          hint="This cannot be undone. Backups made before are cleaned when they are restored here."
          onChange={setTyped}
        />
      ) : null}
      <Refusal>{erasing.error ? wordsOf(erasing.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button
          type="submit"
          kind="danger"
          blocked={stops.length > 0 ? 'it cannot be done yet' : isTyped ? undefined : 'type the name first'}
        >
          Erase for good
        </Button>
        <Button kind="quiet" onClick={onEnd}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line.length > 1).slice(0, 30);

function WhatGoes({ kind, preview }: { kind: ErasureWanted['kind']; preview: ErasurePreview }) {
  const { conversations, messages, messagesElsewhere, kept, words } = preview;
  return (
    <div role="status">
      <ul className="privacy-goes">
        {kind === 'customer' ? (
          <>
            <li>
              {countOf(conversations, 'conversation')} {conversations === 1 ? 'goes' : 'go'} with{' '}
              {countOf(messages, 'message')}, their scores, reviews and quotes.
            </li>
            <li>In conversations of others {countOf(messagesElsewhere, 'message')} of theirs will be deleted.</li>
          </>
        ) : (
          <>
            <li>
              What they wrote in {countOf(kept, 'conversation')} stays with its scores, under a name that says nothing.
            </li>
            <li>Name, address, account, coaching, own notes and every link to a team go.</li>
          </>
        )}
        {words.map(({ words: one, texts }) => (
          <li key={one}>
            “{one}” is covered in {texts.toLocaleString()} {texts === 1 ? 'message' : 'messages'} of others, and
            wherever else it was written.
          </li>
        ))}
      </ul>
    </div>
  );
}
