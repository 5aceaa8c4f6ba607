/** What the draft would make of the team's score, beside what it is by the version in use. */
import type { EstimateWire, ScorecardContent, ScorecardPreview } from '@rapport/contract';
import { numberWords } from '../design/estimate-words.ts';

interface PreviewResultProps {
  preview: ScorecardPreview;
  /** What it was tried with. */
  tried: ScorecardContent;
  /** What the draft is now. */
  content: ScorecardContent;
}

export function PreviewResult({ preview, tried, content }: PreviewResultProps) {
  const { read, of, peopleOnly } = preview;
  return (
    <>
      <p>
        <b>The machine’s score of the team</b> {scoreSentence(preview)}
      </p>
      <p className="caption">
        From {preview.parts.toLocaleString()} agents’ parts in {read.toLocaleString()} conversations drawn at random
        from {of.toLocaleString()}; what the machine gets wrong is not in the range. Past reviews keep their version.
        {peopleOnly.length === 0 ? '' : ` Only people judge ${listWords(peopleOnly)}: not in this number.`}
      </p>
      {JSON.stringify(tried) === JSON.stringify(content) ? null : (
        <p className="caption">The draft has changed since; try it again.</p>
      )}
    </>
  );
}

export function scoreSentence({ published, draft, difference }: ScorecardPreview): string {
  if (draft.value === null) return draft.reason === 'no_variation' ? 'is the same everywhere.' : 'cannot be told yet.';
  const now = pointsWords(draft);
  if (published === null || published.value === null) return `would be ${now}.`;
  if (difference === null || difference.value === null || difference.lower === null || difference.upper === null) {
    return `stays ${now}: the same for all of them.`;
  }
  const isClear = difference.lower > 0 || difference.upper < 0;
  const range = `${numberWords(difference.lower, 1)} to ${numberWords(difference.upper, 1)}`;
  const shift = isClear
    ? `${numberWords(Math.abs(difference.value), 1)} points ${difference.value > 0 ? 'up' : 'down'} on the same service, likely ${range}`
    : `no clear difference on the same service, likely ${range} points`;
  return `is ${numberWords(published.value)} and would be ${now}: ${shift}.`;
}

/** "58, likely 54 to 62", in points of 100. */
function pointsWords({ value, lower, upper }: EstimateWire): string {
  const range = lower === null || upper === null ? '' : `, likely ${numberWords(lower)} to ${numberWords(upper)}`;
  return `${numberWords(value ?? 0)} of 100${range}`;
}

const listWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
