/** The points of the scale, from the lowest: their names, what each means, and what such a reply reads like. */
import type { Category } from '@rapport/contract';
import { pointLook } from './scorecard-words.ts';
import '../design/LevelTag.css';
import { TextField } from './TextField.tsx';

interface PointRowsProps {
  category: Category;
  isReadOnly: boolean;
  set: (changes: Partial<Category>) => void;
}

export function PointRows({ category, isReadOnly, set }: PointRowsProps) {
  const { scale, guidance, examples } = category;
  const atPoint = (list: readonly string[], at: number, value: string): string[] =>
    scale.labels.map((_, index) => (index === at ? value : (list[index] ?? '')));
  return (
    <ol className="point-rows">
      {scale.labels.map((label, at) => {
        const look = pointLook(at + 1, scale.points);
        const side = look === 'partly' ? null : look;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place on the scale
          <li key={at}>
            <span className={`level-tag ${look}`}>
              {isReadOnly ? (
                label
              ) : (
                <input
                  className="point-name"
                  aria-label={`Name of point ${at + 1}`}
                  value={label}
                  maxLength={40}
                  onChange={(event) =>
                    set({ scale: { ...scale, labels: atPoint(scale.labels, at, event.target.value) } })
                  }
                />
              )}
            </span>
            <div>
              <TextField
                label={`What “${label}” means`}
                value={guidance[at] ?? ''}
                most={600}
                isLong
                placeholder="What this means"
                isReadOnly={isReadOnly}
                onChange={(value) => set({ guidance: atPoint(guidance, at, value) })}
              />
              {side === null ? null : (
                <Examples
                  side={side}
                  texts={examples[side]}
                  isReadOnly={isReadOnly}
                  onChange={(texts) => set({ examples: { ...examples, [side]: texts } })}
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface ExamplesProps {
  side: 'met' | 'missed';
  texts: readonly string[];
  isReadOnly: boolean;
  onChange: (texts: string[]) => void;
}

/** One field more than there are examples; an emptied one goes when the field is left. */
function Examples({ side, texts, isReadOnly, onChange }: ExamplesProps) {
  const shown = isReadOnly || texts.at(-1) === '' || texts.length >= 10 ? texts : [...texts, ''];
  return (
    <ul className="point-examples" onBlur={() => tidy(texts, onChange)}>
      {shown.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example is its place in the list while it is typed
        <li key={at}>
          <TextField
            label={`A reply that ${side === 'met' ? 'meets' : 'misses'} it`}
            value={text}
            most={600}
            isLong
            isSpeech
            placeholder={texts.length === 0 ? 'An example, in the words of a reply' : 'Add another example'}
            isReadOnly={isReadOnly}
            onChange={(value) => onChange(shown.map((one, index) => (index === at ? value : one)))}
          />
        </li>
      ))}
    </ul>
  );
}

function tidy(texts: readonly string[], onChange: (texts: string[]) => void): void {
  const kept = texts.filter((text) => text.trim() !== '');
  if (kept.length < texts.length) onChange(kept);
}
