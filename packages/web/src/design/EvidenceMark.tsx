/**
 * A marked stretch of what somebody wrote: straight blue helped, wavy orange hurt, thin grey half-way, dashed promise,
 * double goodwill, dotted what called for it. Yellow: where you are looking. The numbers are not part of the words.
 */
import './EvidenceMark.css';

export const markKinds = ['hurt', 'helped', 'half', 'promise', 'goodwill', 'called'] as const;
export type MarkKind = (typeof markKinds)[number];

export const markWords: Record<MarkKind, string> = {
  hurt: 'hurt',
  helped: 'helped',
  half: 'went half-way',
  promise: 'promise',
  goodwill: 'goodwill',
  called: 'called for an answer',
};

interface EvidenceMarkProps {
  text: string;
  kinds: readonly MarkKind[];
  current: boolean;
  /** Labels of the marks that end here. */
  ends: readonly { label: string; kind: MarkKind; current: boolean }[];
  onSelect?: ((label: string) => void) | undefined;
}

export function EvidenceMark({ text, kinds, current, ends, onSelect }: EvidenceMarkProps) {
  // The last word and its numbers stay together, so that no number begins a line.
  const lastWord = ends.length === 0 ? '' : (/\S{1,24}\s*$/.exec(text)?.[0] ?? '');
  return (
    <mark
      className={['evidence', ...kinds.map((kind) => `evidence-${kind}`), current ? 'current' : ''].join(' ').trim()}
    >
      {text.slice(0, text.length - lastWord.length)}
      {ends.length === 0 ? null : (
        <span className="nowrap">
          {lastWord}
          {ends.map((end) => (
            <button
              key={end.label}
              type="button"
              className="evidence-number"
              data-mark={end.label}
              aria-label={`Evidence ${end.label}, ${markWords[end.kind]}`}
              aria-pressed={end.current}
              onClick={() => onSelect?.(end.label)}
            >
              {end.label}
            </button>
          ))}
        </span>
      )}
    </mark>
  );
}
