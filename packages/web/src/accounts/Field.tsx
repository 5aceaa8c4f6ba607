/** One line of a form: what it asks for, the field, and what is wrong with it. */
import { type InputHTMLAttributes, useId } from 'react';
import '../design/Field.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** Small words below it. */
  hint?: string;
}

export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} aria-describedby={hint === undefined ? undefined : hintId} />
      {hint === undefined ? null : (
        <p className="caption" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
