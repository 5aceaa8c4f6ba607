/** Gives the filter of the address a name. */
import type { ConversationFilter, SavedView } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { filterWords } from './filter-words.ts';

interface SaveViewProps {
  filter: ConversationFilter;
  /** A view that already holds this very filter. */
  known: SavedView | undefined;
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
}

export function SaveViewDialog({ filter, known, onSave, onClose }: SaveViewProps) {
  const words = filterWords(filter);
  const [name, setName] = useState(
    words
      .map((word) => word.value)
      .join(', ')
      .slice(0, 60),
  );
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setFailure('A view needs a name.');
    onSave(name.trim()).catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  return (
    <Dialog open onClose={onClose} title="Save this view">
      <form onSubmit={submit} className="save-view">
        <p className="second">
          {known
            ? `“${known.name}” already shows exactly these conversations. Another name makes a second one.`
            : words.length === 0
              ? 'It will show all conversations.'
              : `It will show: ${words.map((word) => `${word.name} ${word.value}`).join(', ')}.`}
        </p>
        <label>
          <span className="caption">Name</span>
          <input
            value={name}
            onFocus={(event) => event.target.select()}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p role="status" className="attention">
          {failure}
        </p>
        <div className="save-view-buttons">
          <Button type="submit" kind="primary">
            Save view
          </Button>
          <Button onClick={onClose}>Keep it unsaved</Button>
        </div>
      </form>
    </Dialog>
  );
}
