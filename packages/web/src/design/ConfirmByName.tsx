/** Asks for the name of what goes before it goes: for what cannot be undone, or is a lot. */
import { type ReactNode, useState } from 'react';
import { Field } from './Field.tsx';
import { FormDialog } from './FormDialog.tsx';

interface ConfirmByNameProps {
  title: string;
  /** What has to be typed. */
  name: string;
  /** What goes, and what stays. */
  children: ReactNode;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmByName({ title, name, children, error, onConfirm, onClose }: ConfirmByNameProps) {
  const [typed, setTyped] = useState('');
  return (
    <FormDialog
      title={title}
      submit={{
        words: 'Remove them',
        kind: 'danger',
        blocked: typed.trim() === name.trim() ? undefined : 'Type its name first',
      }}
      leave="Keep them"
      error={error}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <p className="second">{children}</p>
      <Field label={`Type ${name} to confirm`}>
        {(id) => <input id={id} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />}
      </Field>
    </FormDialog>
  );
}
