/** One line to type into, with its name above it and, where it helps, a hint below. */
import type { InputHTMLAttributes } from 'react';
import { Field } from './Field.tsx';

interface TypedFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

export function TypedField({ label, hint, onChange, ...input }: TypedFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(id, hintId) => (
        <input id={id} {...input} aria-describedby={hintId} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
