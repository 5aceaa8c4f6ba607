/**
 * Did other words for a category help people to read it alike? Agreement before and after, and the change with its range:
 * both sets of conversations are drawn again and again, each by itself, and the differences of alpha are counted.
 *
 * "Better" is said only when the whole range of the change lies above 0. Other people, or conversations that were talked
 * about in between, can move agreement as well as words can; where that is so, the sentence says it.
 */
import {
  createRandom,
  type Estimate,
  estimateOf,
  isKnown,
  percentileInterval,
  refuse,
  resampleAlpha,
} from '@rapport/statistics';
import { estimateAgreementOf, type RatedItem, scaleOfPoints } from './find-agreement.ts';

export interface WordingQuestion {
  before: readonly RatedItem[];
  after: readonly RatedItem[];
  points: number;
  seed: number;
  /** Whether the same people rated both times. */
  samePeople: boolean;
  /** Conversations of the later time that were rated the time before as well. */
  seenBefore: number;
}

export interface WordingAnswer {
  before: Estimate;
  after: Estimate;
  change: Estimate;
  verdict: 'better' | 'worse' | 'no-clear-difference' | 'cannot-tell';
  sentence: string;
}

const resamples = 2000;
const method = 'difference-of-alphas';

export function compareWordings({
  before,
  after,
  points,
  seed,
  samePeople,
  seenBefore,
}: WordingQuestion): WordingAnswer {
  const first = estimateAgreementOf(before, points, seed);
  const second = estimateAgreementOf(after, points, seed + 1);
  const change =
    isKnown(first) && isKnown(second)
      ? estimateChange({ before, after, points, seed }, second.value - first.value)
      : refuse(first.reason ?? second.reason ?? 'no_variation', { n: first.n + second.n, method });
  const verdict = !isKnown(change)
    ? 'cannot-tell'
    : change.lower > 0
      ? 'better'
      : change.upper < 0
        ? 'worse'
        : 'no-clear-difference';
  const caveats = [
    ...(samePeople ? [] : ['not the same people rated']),
    ...(seenBefore > 0
      ? [`${seenBefore} of the conversations ${seenBefore === 1 ? 'was' : 'were'} talked about before`]
      : []),
  ];
  const also = caveats.length === 0 ? '' : ` Mind that ${caveats.join(', and ')}.`;
  return { before: first, after: second, change, verdict, sentence: `${say(verdict, first, second, change)}${also}` };
}

function estimateChange(
  { before, after, points, seed }: Pick<WordingQuestion, 'before' | 'after' | 'points' | 'seed'>,
  value: number,
): Estimate {
  const [earlier, later] = [resampled(before, points, seed), resampled(after, points, seed + 1)];
  const changes = earlier.flatMap((one, at) => {
    const other = later[at] ?? null;
    return one === null || other === null ? [] : [other - one];
  });
  const n = before.length + after.length;
  if (changes.length < resamples / 2) return refuse('no_variation', { n, method, seed });
  const sorted = changes.sort((one, two) => one - two);
  return estimateOf({
    ...{ value, n, method, seed },
    interval: percentileInterval(sorted, 0.95),
    inner: percentileInterval(sorted, 0.66),
  });
}

function resampled(items: readonly RatedItem[], points: number, seed: number): (number | null)[] {
  const random = createRandom(seed);
  const rated = items
    .map(({ readings }) => readings.filter((one) => one !== null))
    .filter((readings) => readings.length >= 2);
  const draws = Array.from({ length: resamples }, () => rated.map(() => random.integer(rated.length)));
  return resampleAlpha(rated, scaleOfPoints(points), draws);
}

const two = (value: number): string => value.toFixed(2).replace('-', '−');

function say(verdict: WordingAnswer['verdict'], before: Estimate, after: Estimate, change: Estimate): string {
  if (!isKnown(before) || !isKnown(after) || !isKnown(change)) {
    return `Cannot tell yet whether the words help: ${before.n} conversations before and ${after.n} since have no range to compare.`;
  }
  const facts = `Agreement was ${two(before.value)}, likely ${two(before.lower)} to ${two(before.upper)}, and is ${two(after.value)}, likely ${two(after.lower)} to ${two(after.upper)}, with the new words`;
  const by = `by ${two(Math.abs(change.value))}, likely ${two(change.lower)} to ${two(change.upper)}`;
  if (verdict === 'better') return `${facts}: better ${by}.`;
  if (verdict === 'worse') return `${facts}: worse ${by}.`;
  return `${facts}: no clear difference, likely ${two(change.lower)} to ${two(change.upper)}.`;
}
