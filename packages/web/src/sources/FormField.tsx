import { useId } from 'react';

interface FormFieldProps {
  label: string;
  hint: string;
  example?: string;
  value: string;
  onValue: (value: string) => void;
  isSecret?: boolean;
  required?: boolean;
}

/** A field with where to find what goes into it. */
export function FormField({
  label,
  hint,
  example,
  value,
  onValue,
  isSecret = false,
  required = false,
}: FormFieldProps) {
  const hintId = useId();
  return (
    <label className="form-field">
      <span className="bold">{label}</span>
      <input
        type={isSecret ? 'password' : 'text'}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        placeholder={example}
        required={required}
        aria-describedby={hintId}
        spellCheck={false}
        autoComplete="off"
      />
      <span className="caption" id={hintId}>
        {hint}
      </span>
    </label>
  );
}
