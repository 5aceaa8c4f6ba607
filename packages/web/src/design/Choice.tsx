/** One of a few words in a row: a radio group that the arrow keys move through. */
import { RadioRow } from './RadioRow.tsx';
import './Choice.css';

interface ChoiceProps<T extends string> {
  /** Tells this group from the others on the page. */
  name: string;
  label: string;
  words: Readonly<Record<T, string>>;
  value: T;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ name, label, words, value, onChoose }: ChoiceProps<T>) {
  // Every key of the record is one of the choices; Object.entries forgets that.
  const choices = Object.entries(words) as [T, string][];
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <RadioRow
        name={name}
        choices={choices.map(([one, word]) => ({ value: one, words: word }))}
        value={value}
        onChoose={onChoose}
      />
    </fieldset>
  );
}
