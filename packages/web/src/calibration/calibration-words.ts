/** Calibrations in words: how they stand, how conversations came in, what a point is called. */
import {
  type CalibrationPart,
  type CalibrationRow,
  type CalibrationState,
  type Category,
  levelOfScore,
  scoreRating,
  type Verdict,
} from '@rapport/contract';

export const stateNames: Record<CalibrationState, string> = {
  planned: 'Planned',
  rating: 'Being rated',
  comparing: 'Open to compare',
  closed: 'Closed',
};

/** How far it is, for whoever reads the list. */
export function progressOf({ state, parts, raters, handedIn, mine }: CalibrationRow): string {
  if (state === 'planned') return `${countOf(parts, 'conversation')}, ${countOf(raters, 'rater')} so far`;
  if (state !== 'rating') return `${countOf(parts, 'conversation')}, ${countOf(raters, 'rater')}`;
  if (mine !== null && mine.handedIn < mine.of) return `you handed in ${mine.handedIn} of ${mine.of}`;
  return `${handedIn} of ${parts * raters} readings are in`;
}

/** Where nobody signs in, the one person there is called "You" already. */
export const nameOfRater = ({ name, me }: { name: string; me: boolean }): string =>
  me && name !== 'You' ? `${name} (you)` : name;

export const countOf = (n: number, name: string): string => `${n} ${name}${n === 1 ? '' : 's'}`;

/** Empty while the reader rates: how a conversation came in would say something of how it was read. */
export function drawnWords({
  drawn,
  probability,
  dispute,
}: Pick<CalibrationPart, 'drawn' | 'probability' | 'dispute'>) {
  if (drawn === null) return '';
  if (drawn === 'chosen' || probability === null) return dispute === null ? 'chosen by a person' : 'from a dispute';
  const one = Math.round(1 / probability);
  const from = drawn === 'near-line' ? 'drawn around the pass line' : 'drawn at random';
  return one <= 1 ? `${from}, every one there is` : `${from}, one in ${one}`;
}

/** Where and what about, and how it came in. */
export const partFacts = (part: CalibrationPart): string =>
  [[part.channel, part.subject].filter((text) => text !== '').join(', '), drawnWords(part)]
    .filter((text) => text !== '')
    .join(' · ');

export const pointName = ({ scale }: Pick<Category, 'scale'>, chosen: number | null): string =>
  chosen === null ? 'N/A' : (scale.labels[chosen - 1] ?? String(chosen));

/** The level whose look a point of any scale takes. */
export const levelOfPoint = (category: Pick<Category, 'name' | 'scale'>, chosen: number): Verdict =>
  levelOfScore(scoreRating(category, chosen));

/** Words that went and words that came, in order, so that a change is read where it stands. */
export function compareTexts(before: string, after: string): { text: string; kind: 'kept' | 'gone' | 'new' }[] {
  const [old, next] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  const common = commonLengths(old, next);
  const parts: { text: string; kind: 'kept' | 'gone' | 'new' }[] = [];
  const add = (text: string, kind: 'kept' | 'gone' | 'new') => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ text, kind });
  };
  let [at, to] = [0, 0];
  while (at < old.length || to < next.length) {
    const [gone, came] = [old[at], next[to]];
    if (gone !== undefined && came !== undefined && gone.trim() === came.trim()) {
      add(came, 'kept');
      at += 1;
      to += 1;
    } else if (
      gone !== undefined &&
      (came === undefined || (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))
    ) {
      add(gone, 'gone');
      at += 1;
    } else {
      add(came ?? '', 'new');
      to += 1;
    }
  }
  return parts.filter(({ text }) => text !== '');
}

/** Length of the longest common run of words from each pair of places to the end. */
function commonLengths(old: readonly string[], next: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = next.length - 1; to >= 0; to -= 1) {
      const isSame = old[at]?.trim() === next[to]?.trim();
      const row = lengths[at];
      if (row === undefined) continue;
      row[to] = isSame ? (lengths[at + 1]?.[to + 1] ?? 0) + 1 : Math.max(lengths[at + 1]?.[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return lengths;
}
