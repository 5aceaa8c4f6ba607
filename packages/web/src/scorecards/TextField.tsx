/** Words that look like the page until they are edited; they grow with what is typed. */
interface TextFieldProps {
  /** Spoken; what it is stands in the page around it. */
  label: string;
  id?: string;
  value: string;
  most: number;
  /** Several lines. */
  isLong?: boolean;
  /** Words a person could say to a customer: in the typeface of speech. */
  isSpeech?: boolean;
  placeholder?: string;
  isReadOnly: boolean;
  onChange: (value: string) => void;
}

export function TextField({
  label,
  id,
  value,
  most,
  isLong = false,
  isSpeech = false,
  placeholder,
  isReadOnly,
  onChange,
}: TextFieldProps) {
  const className = isSpeech ? 'text-field say-small' : 'text-field';
  if (isReadOnly) return value === '' ? null : <span className={`${className} read-only`}>{value}</span>;
  const given = {
    ...{ id, className, value, placeholder, maxLength: most, 'aria-label': label, autoComplete: 'off' },
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return isLong ? <textarea rows={2} {...given} /> : <input type="text" {...given} />;
}
