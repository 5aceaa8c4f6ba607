/**
 * A text area whose words carry marks as they are typed. The marks stand in a copy behind it, set in the same type and
 * width and growing with the text, so every mark lies exactly under its words; readers of the screen get only the field.
 */
import { type Ref, useId } from 'react';
import '../design/EvidenceMark.css';
import { markSegments, type TextMark } from './mark-segments.ts';
import './MarkedField.css';

interface MarkedFieldProps {
  label: string;
  /** Words of a customer are serif, a draft is not said yet. */
  voice: 'customer' | 'draft';
  text: string;
  marks: readonly TextMark[];
  /** The item looked at beside the fields; its words are marked. */
  current: number | null;
  placeholder: string;
  onText: (text: string) => void;
  /** The field itself, for a key that leads into it. */
  field?: Ref<HTMLTextAreaElement>;
}

/** Longer than any reply; keeps the check within a frame. */
const longest = 20_000;

export function MarkedField({ label, voice, text, marks, current, placeholder, onText, field }: MarkedFieldProps) {
  const id = useId();
  return (
    <div className="marked">
      <label htmlFor={id}>{label}</label>
      <div className={`marked-field ${voice}`}>
        <div className="marked-copy" aria-hidden="true">
          {markSegments(text, marks).map((segment) => {
            const isCurrent = current !== null && segment.within.includes(current);
            if (segment.kinds.length === 0) return <span key={segment.start}>{segment.text}</span>;
            return (
              <mark
                key={segment.start}
                className={[
                  'evidence',
                  ...segment.kinds.map((kind) => `evidence-${kind}`),
                  isCurrent ? 'here' : '',
                ].join(' ')}
              >
                {segment.text}
                {segment.numbers.length > 0 ? <span className="marked-number">{segment.numbers.join(' ')}</span> : null}
              </mark>
            );
          })}
          {/* Keeps the last line open after a line break, as the field does. */}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          id={id}
          value={text}
          onChange={(event) => onText(event.target.value)}
          placeholder={placeholder}
          maxLength={longest}
          rows={4}
          autoComplete="off"
        />
      </div>
    </div>
  );
}
