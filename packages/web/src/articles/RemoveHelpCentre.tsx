import type { HelpCentre } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { countWords } from './article-words.ts';
import { useRemoveHelpCentre } from './use-articles.ts';

/** Bringing it in again is easy, and what replies name is found again; the name is typed all the same, for it is a lot. */
export function RemoveHelpCentre({ helpCentre, onClose }: { helpCentre: HelpCentre; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const remove = useRemoveHelpCentre();
  const toast = useToast();
  const { articles, name } = helpCentre;
  const count = articles.public + articles.internal + articles.draft + articles.gone;
  const blocked = typed.trim() === name ? undefined : 'Type its name first';
  return (
    <Dialog open onClose={onClose} title={`Remove ${name}?`}>
      <form
        className="article-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked !== undefined) return;
          remove.mutate(name, {
            onSuccess: ({ removed }) => {
              toast({ text: `${countWords(removed, 'article')} removed. The file can be brought in again.` });
              onClose();
            },
          });
        }}
      >
        <p className="second">
          {countWords(count, 'article')} {count === 1 ? 'goes' : 'go'}, and which replies name{' '}
          {count === 1 ? 'it' : 'them'}. No conversation and no score is touched.
        </p>
        <Field label={`Type ${name} to confirm`}>
          {(id) => <input id={id} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />}
        </Field>
        {remove.error ? <ErrorState error={remove.error} /> : null}
        <p className="article-buttons">
          <Button type="submit" kind="danger" blocked={blocked}>
            Remove them
          </Button>
          <Button onClick={onClose}>Keep them</Button>
        </p>
      </form>
    </Dialog>
  );
}
