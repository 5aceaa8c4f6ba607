import { useState } from 'react';
import { Section } from '../design/Section.tsx';
import { chooseTheme, readTheme, type ThemeChoice, themeChoices } from '../design/theme.ts';

const words: Record<ThemeChoice, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export function ThemeSection() {
  const [choice, setChoice] = useState(readTheme);
  return (
    <Section title="Theme">
      <fieldset className="choices">
        <legend className="visually-hidden">Theme</legend>
        {themeChoices.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={choice === one}
              onChange={() => {
                setChoice(one);
                chooseTheme(one);
              }}
            />
            {words[one]}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
