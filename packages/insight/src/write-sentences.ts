/**
 * Turns estimates into plain sentences that say no more than the ranges allow.
 *
 * Rules kept here and tested: no "most" in a tie, no cause (only "goes together with"), no number without its range,
 * nothing about a quality whose range still includes "no difference".
 */
import { type FocusQuality, type QualityId, qualityWords } from '@rapport/contract';

/** "41 in 100, likely 35–47"; an empty string when there is no value. */
export function inHundred(estimate: { value: number | null; lower: number | null; upper: number | null }): string {
  if (estimate.value === null) return '';
  const range =
    estimate.lower === null || estimate.upper === null
      ? ''
      : `, likely ${hundredths(estimate.lower)}–${hundredths(estimate.upper)}`;
  return `${hundredths(estimate.value)} in 100${range}`;
}

export const hundredths = (share: number): number => Math.round(share * 100);

export function writeQualitySentence(one: Omit<FocusQuality, 'sentence'>): string {
  const { name } = qualityWords[one.quality];
  if (one.opportunities === 0) return `Nothing called for ${lower(name)} in these conversations.`;
  if (one.met.value === null) {
    return `${name} was called for ${times(one.opportunities)}: too few for a rate. Read them instead.`;
  }
  const rate = `${name} was missed in ${inHundred(one.missed)} of the times it was called for`;
  if (one.tier === 'stands-out') {
    return `${rate}. After a miss trouble followed in ${inHundred(one.afterMissed)}; where it was met, in ${inHundred(one.afterMet)}. The two go together; which causes which is not shown.`;
  }
  if (one.difference.value === null && one.afterMissed.n < one.missedCount) {
    return `${rate}. Its rules read what customers say next, so only writing again could be compared, and that is not known here.`;
  }
  if (one.difference.value === null) {
    return `${rate}; too few were ${one.missedCount < one.metCount ? 'missed' : 'met'} to compare what followed.`;
  }
  return `${rate}. What followed a miss cannot be told from what followed a met moment yet.`;
}

export interface Headline {
  marked: string;
  rest: string;
}

/**
 * @param first qualities that stand out, in order of the trouble that goes with them
 * @param tied how many of them cannot be put in order (1 when the first is alone)
 */
export function writeHeadline(
  first: readonly FocusQuality[],
  tied: number,
  counts: { conversations: number; reading: number },
): Headline {
  const [leader] = first;
  if (!leader) return nothingStandsOut(counts);
  const names = first.slice(0, Math.max(1, tied)).map((one) => lower(nameOf(one.quality)));
  if (names.length === 1) {
    return {
      marked: `Start with ${names[0]}`,
      rest: `: missed in ${hundredths(leader.missed.value ?? 0)} of 100, and more trouble follows.`,
    };
  }
  if (names.length > 3) {
    return {
      marked: 'No single first step yet',
      rest: `: misses of ${names.length} qualities go together with trouble.`,
    };
  }
  return { marked: capital(listed(names)), rest: ' go together with trouble. Too close to put in order.' };
}

function nothingStandsOut({ conversations, reading }: { conversations: number; reading: number }): Headline {
  const marked = conversations < 30 ? 'Too few to compare yet.' : 'Nothing stands out yet.';
  const rest =
    reading === 0
      ? ' Nothing in them asks to be read first.'
      : reading === 1
        ? ' Read this conversation.'
        : ` Read these ${['two', 'three', 'four', 'five'][reading - 2] ?? reading} conversations.`;
  return { marked, rest };
}

export function writeSummary(first: readonly FocusQuality[], tied: number, conversations: number): string {
  const [leader] = first;
  if (!leader) {
    return conversations < 30
      ? `${conversations} scored so far. Ranges start at 30.`
      : `In ${conversations.toLocaleString('en-GB')} scored conversations, no quality’s misses were surely followed by more trouble than its met moments.`;
  }
  if (tied > 3) {
    return 'The data cannot put them in order. The conversations beside show them in customers’ own words; the cause is not shown.';
  }
  if (tied > 1) {
    return `After their misses, customers had trouble again more often than where they were met. Rapport does not rank the ${tied === 2 ? 'two' : 'three'}; the cause is not shown.${besides(first.slice(tied))}`;
  }
  return `After a miss, trouble followed in ${inHundred(leader.afterMissed)}; where it was met, in ${inHundred(leader.afterMet)}. The two go together; the cause is not shown.${besides(first.slice(1))}`;
}

/** Those that stand out and are not in the headline: they came after it in at least .8 of the draws of `rankLeaders`. */
function besides(others: readonly FocusQuality[]): string {
  if (others.length === 0) return '';
  const names = capital(listed(others.map(({ quality }) => lower(nameOf(quality)))));
  return ` ${names} ${others.length === 1 ? 'stands' : 'stand'} out too, probably with less trouble in all.`;
}

export const nameOf = (quality: QualityId): string => qualityWords[quality].name;
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
