/** Of which conversations a category is asked. Nothing chosen in a row means any. */
import { type CategoryCondition, channels, signalKinds } from '@rapport/contract';
import { useState } from 'react';

interface ConditionFieldsProps {
  condition: CategoryCondition;
  isReadOnly: boolean;
  onChange: (condition: CategoryCondition) => void;
}

export function ConditionFields({ condition, isReadOnly, onChange }: ConditionFieldsProps) {
  return (
    <div className="condition-fields">
      <Choices
        legend="Channel is"
        all={channels}
        chosen={condition.channels}
        isReadOnly={isReadOnly}
        onChange={(chosen) => onChange({ ...condition, channels: chosen })}
      />
      <Choices
        legend="The customer"
        all={signalKinds}
        chosen={condition.signals}
        isReadOnly={isReadOnly}
        onChange={(chosen) => onChange({ ...condition, signals: chosen })}
      />
      <TagsField tags={condition.tags} isReadOnly={isReadOnly} onChange={(tags) => onChange({ ...condition, tags })} />
    </div>
  );
}

interface ChoicesProps<Choice extends string> {
  legend: string;
  all: readonly Choice[];
  chosen: readonly Choice[];
  isReadOnly: boolean;
  onChange: (chosen: Choice[]) => void;
}

export function Choices<Choice extends string>({ legend, all, chosen, isReadOnly, onChange }: ChoicesProps<Choice>) {
  return (
    <fieldset className="choices" disabled={isReadOnly}>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
            }
          />
          {one.replaceAll('-', ' ')}
        </label>
      ))}
    </fieldset>
  );
}

interface TagsFieldProps {
  tags: readonly string[];
  isReadOnly: boolean;
  onChange: (tags: string[]) => void;
}

/** Commas between tags; what is typed stays as typed until the field is left. */
function TagsField({ tags, isReadOnly, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="condition-tags">
      Tagged with one of{' '}
      <input
        className="plain-field"
        type="text"
        readOnly={isReadOnly}
        placeholder="any tag; separate with commas"
        value={typed ?? tags.join(', ')}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readTags(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

export const readTags = (text: string): string[] => [
  ...new Set(text.split(',').flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim().slice(0, 80)]))),
];
