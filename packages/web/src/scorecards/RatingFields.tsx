/** On how many points it is rated, how much it counts, and what a failure does. */
import { type Category, criticalScopes, scaleOf, scalePoints } from '@rapport/contract';
import { useState } from 'react';

interface RatingFieldsProps {
  category: Category;
  isReadOnly: boolean;
  set: (changes: Partial<Category>) => void;
}

const criticalNames = {
  none: 'counts like any other',
  group: 'sets its group to 0',
  review: 'sets the whole review to 0',
} as const;

export function RatingFields({ category: { id, scale, weight, critical }, isReadOnly, set }: RatingFieldsProps) {
  return (
    <div className="rating-fields">
      <fieldset className="choices" disabled={isReadOnly}>
        <legend>Points</legend>
        {scalePoints.map((points) => (
          <label key={points}>
            <input
              type="radio"
              name={`points of ${id}`}
              checked={scale.points === points}
              onChange={() => set({ scale: scaleOf(points), guidance: [] })}
            />
            {points}
          </label>
        ))}
      </fieldset>
      <WeightField key={id} weight={weight} isReadOnly={isReadOnly} onChange={(to) => set({ weight: to })} />
      <fieldset className="choices" disabled={isReadOnly}>
        <legend>Below half of the scale it</legend>
        {(['none', ...criticalScopes] as const).map((scope) => (
          <label key={scope}>
            <input
              type="radio"
              name={`critical of ${id}`}
              checked={(critical ?? 'none') === scope}
              onChange={() => set({ critical: scope === 'none' ? null : scope })}
            />
            {criticalNames[scope]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

interface WeightFieldProps {
  weight: number;
  isReadOnly: boolean;
  onChange: (weight: number) => void;
}

/** Keeps what is typed while it is no weight yet; the last good one stays in the draft. */
function WeightField({ weight, isReadOnly, onChange }: WeightFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && readWeight(typed) === null;
  return (
    <label className="rating-weight">
      Weight{' '}
      <input
        className="rating-number"
        type="text"
        inputMode="decimal"
        readOnly={isReadOnly}
        value={typed ?? String(weight)}
        aria-invalid={isWrong}
        onChange={(event) => {
          const read = readWeight(event.target.value);
          setTyped(event.target.value);
          if (read !== null) onChange(read);
        }}
        onBlur={() => setTyped(null)}
      />
      {isWrong ? <span className="attention caption"> more than 0, at most 100; {weight} stands</span> : null}
    </label>
  );
}

/** A comma is a point to most of Europe. */
export function readWeight(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= 100 ? value : null;
}
