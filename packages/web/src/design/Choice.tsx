/** One of a few words in a row: a radio group that the arrow keys move through. */
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
      <div className="choice-row">
        {choices.map(([one, word]) => (
          <label key={one} className={one === value ? 'chosen' : undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={one}
              checked={one === value}
              onChange={() => onChoose(one)}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
