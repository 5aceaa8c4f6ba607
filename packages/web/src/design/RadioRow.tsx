/** Radio buttons as one row of words, which the arrow keys move through. */
import type { ReactNode } from 'react';
import './RadioRow.css';

interface RadioRowProps<T extends string> {
  /** Tells this group from the others on the page. */
  name: string;
  /** What is chosen, where nothing around it says so. */
  label?: string;
  choices: readonly { value: T; words: ReactNode }[];
  value: T;
  onChoose: (value: T) => void;
  /** For rows of a table. */
  isSmall?: boolean;
}

export function RadioRow<T extends string>({ name, label, choices, value, onChoose, isSmall }: RadioRowProps<T>) {
  const group = label === undefined ? {} : { role: 'radiogroup', 'aria-label': label };
  return (
    <div className={isSmall ? 'radio-row small' : 'radio-row'} {...group}>
      {choices.map((one) => (
        <label key={one.value} className={one.value === value ? 'chosen' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChoose(one.value)}
          />
          {one.words}
        </label>
      ))}
    </div>
  );
}
