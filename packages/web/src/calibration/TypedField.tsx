/** One line to type into, with its name; the name of a calibration, or how many conversations. */
import type { InputHTMLAttributes } from 'react';

interface TypedFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'maxLength' | 'required'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function TypedField({ label, onChange, ...input }: TypedFieldProps) {
  return (
    <label>
      {label} <input className="review-field" {...input} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
