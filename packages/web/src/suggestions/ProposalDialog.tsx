/** What every proposal asks for: a title, why, and the words that show it; how the words are chosen is the page's own. */
import type { ReactNode } from 'react';
import { Field } from '../design/Field.tsx';
import { FormDialog } from '../design/FormDialog.tsx';

export interface ProposalWords {
  title: string;
  words: string;
}

interface ProposalDialogProps {
  title: string;
  /** Above the title: what kind of thing is proposed. */
  kind?: ReactNode;
  wordsLabel: string;
  value: ProposalWords;
  onChange: (value: ProposalWords) => void;
  isPending: boolean;
  error: unknown;
  onSend: (value: ProposalWords) => void;
  onClose: () => void;
  /** Which words show it. */
  children: ReactNode;
}

export function ProposalDialog(props: ProposalDialogProps) {
  const { title, kind, wordsLabel, value, onChange, isPending, error, onSend, onClose, children } = props;
  const given = { title: value.title.trim(), words: value.words.trim() };
  const isReady = given.title !== '' && given.words !== '';
  return (
    <FormDialog
      title={title}
      kind="wide"
      submit={{
        words: 'Propose it',
        blocked: isPending ? 'It is being sent' : isReady ? undefined : 'It needs a title and a reason',
      }}
      leave="Leave it"
      error={error}
      onSubmit={() => onSend(given)}
      onClose={onClose}
    >
      {kind}
      <Field label="Title">
        {(id) => (
          <input
            id={id}
            value={value.title}
            maxLength={160}
            onChange={({ target }) => onChange({ ...value, title: target.value })}
          />
        )}
      </Field>
      <Field label={wordsLabel}>
        {(id) => (
          <textarea
            id={id}
            value={value.words}
            maxLength={4000}
            onChange={({ target }) => onChange({ ...value, words: target.value })}
          />
        )}
      </Field>
      {children}
    </FormDialog>
  );
}
