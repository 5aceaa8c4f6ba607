/** What publishing changes, in sentences; and a line for whoever reads it later. */
import { findScorecardProblems, type ScorecardContent } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { describeChange } from './describe-change.ts';

interface PublishDialogProps {
  number: number;
  content: ScorecardContent;
  before: ScorecardContent | null;
  isBusy: boolean;
  error: unknown;
  onPublish: (note: string) => void;
  onClose: () => void;
}

export function PublishDialog({ number, content, before, isBusy, error, onPublish, onClose }: PublishDialogProps) {
  const [note, setNote] = useState('');
  const problems = findScorecardProblems(content);
  const blocked = problems.length > 0 ? 'Something is missing' : isBusy ? 'It is being published' : undefined;
  return (
    <Dialog open onClose={onClose} title={`Publish version ${number}`}>
      {problems.length > 0 ? (
        <>
          <p className="second">Before it can be published:</p>
          <ul className="publish-list attention">
            {problems.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <ChangeList content={content} before={before} />
      )}
      <p className="note">
        A published version never changes. Reviews made before keep theirs, so their scores stay what they were.
      </p>
      {error ? <ErrorState error={error} /> : null}
      <form
        className="publish-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined) onPublish(note);
        }}
      >
        <label>
          What changes, in a sentence (may stay empty)
          <input type="text" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <div className="publish-buttons">
          <Button type="submit" kind="primary" blocked={blocked}>
            Publish version {number}
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </div>
      </form>
    </Dialog>
  );
}

export function ChangeList({ content, before }: { content: ScorecardContent; before: ScorecardContent | null }) {
  if (before === null) return <p className="second">It is the first version, so nothing is replaced.</p>;
  const changes = describeChange(before, content);
  if (changes.length === 0) return <p className="second">Nothing is different from the version in use.</p>;
  return (
    <ul className="publish-list">
      {changes.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
