/** One line to type into, with its name above it. */
import type { InputHTMLAttributes } from 'react';
import { Field } from './Field.tsx';

interface TypedFieldProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'maxLength' | 'required' | 'type'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function TypedField({ label, onChange, ...input }: TypedFieldProps) {
  return (
    <Field label={label}>
      {(id) => <input id={id} {...input} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}
