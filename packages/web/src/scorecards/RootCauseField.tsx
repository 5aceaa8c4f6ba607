import type { Category, RootCause } from '@rapport/contract';
import { useState } from 'react';
import { readCauseLines, writeCauseLines } from './root-cause-lines.ts';

interface RootCauseFieldProps {
  category: Category;
  isReadOnly: boolean;
  onChange: (causes: RootCause[]) => void;
}

/** A tree written as lines; what is typed stays as typed until the field is left. */
export function RootCauseField({ category: { id, rootCauses }, isReadOnly, onChange }: RootCauseFieldProps) {
  const [typed, setTyped] = useState<{ id: string; text: string } | null>(null);
  const text = typed?.id === id ? typed.text : writeCauseLines(rootCauses);
  return (
    <label className="cause-field">
      <span className="caption">
        One a line, chosen when the rating is not the highest. Set in by two spaces: a cause under a cause, up to three
        tiers.
      </span>
      <textarea
        className="plain-field cause-lines"
        rows={5}
        spellCheck
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => {
          setTyped({ id, text: event.target.value });
          onChange(readCauseLines(event.target.value, rootCauses));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
