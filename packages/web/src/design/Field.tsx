/** A field of a form with its name above it and, where it helps, a hint below. */
import { type ReactNode, useId } from 'react';
import './Field.css';

interface FieldProps {
  label: string;
  hint?: ReactNode | undefined;
  /** The control itself; it gets the id that its label points to. */
  children: (id: string, hintId: string | undefined) => ReactNode;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, hintId)}
      {hint === undefined ? null : (
        <p className="caption" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
