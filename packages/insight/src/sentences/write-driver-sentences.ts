/**
 * The words of a driver, bound to its numbers.
 *
 * Rules kept here and tested with made-up numbers of every kind: "most" only where one quality alone comes first and
 * reviews set it right; "clearly" only where the range leaves zero out with false discovery controlled; "goes together
 * with", never a cause; no number without its range.
 */
import { type DriverOutcome, type DriverQuality, type DriverTier, outcomeWords, qualityWords } from '@rapport/contract';
import { readsReaction } from '../trouble.ts';
import { nameOf } from '../write-sentences.ts';

type Effect = DriverQuality['effect'];
/** A driver before its words. */
export type Said = Omit<DriverQuality, 'headline' | 'sentence'>;

/** "about 9 more satisfied customers in 100 (likely 3 to 15)"; an empty string without a value. */
export function effectWords({ value, lower, upper }: Effect, outcome: DriverOutcome): string {
  if (value === null || lower === null || upper === null) return '';
  const { isShare, many, one } = outcomeWords[outcome];
  if (!isShare) {
    const size = Math.abs(value).toFixed(2);
    const range = `likely ${decimal(lower)} to ${decimal(upper)} on a scale from −2 to 2`;
    return Number(size) === 0
      ? `the same feeling at the end (${range})`
      : `a feeling at the end that is ${size} ${value > 0 ? 'better' : 'worse'} (${range})`;
  }
  const size = Math.round(Math.abs(value) * 100);
  const range = sayRange(Math.round(lower * 100), Math.round(upper * 100));
  if (size === 0) return `as many ${many} (${range} in 100)`;
  return `about ${size} ${value > 0 ? 'more' : 'fewer'} ${size === 1 ? one : many} in 100 (${range})`;
}

/** "likely 3 to 15", "likely 21 fewer to 9 more"; of what is fewer throughout the numbers count down from none. */
function sayRange(lower: number, upper: number): string {
  if (lower < 0 && upper > 0) return `likely ${-lower} fewer to ${upper} more`;
  return upper <= 0 && lower < 0 ? `likely ${Math.abs(upper)} to ${-lower}` : `likely ${lower} to ${upper}`;
}

export function writeDriverSentence(one: Said, outcome: DriverOutcome): string {
  const { name } = qualityWords[one.quality];
  const effect = effectWords(one.effect, outcome);
  switch (allowedTier(one)) {
    case 'refused':
      return outcome === 'feeling' && readsReaction(one.quality)
        ? `The rules of ${small(name)} read what customers say next, so a better feeling after it is partly in its score: not compared.`
        : writeRefusal(one);
    case 'unsure':
      return `Where ${small(name)} is met one step better ${verb(one, outcome)} ${effect}. ${doubt(one.effect)}`;
    case 'hint':
      return `Where ${small(name)} is met one step better ${verb(one, outcome)} ${effect}, same agent and same kind of conversation. A hint: the machine’s own error is still in it.`;
    case 'against':
      return `Runs the other way: where ${small(name)} is met one step better ${verb(one, outcome)} ${effect}. Hard conversations may call for more of it; the cause is not shown.`;
    case 'first':
    case 'real':
      return `Where ${small(name)} is met one step better ${verb(one, outcome)} clearly ${effect}, same agent and same kind of conversation, set right with human reviews. The two go together; the cause is not shown.`;
  }
}

/** The headline of one quality's own page: the number where there is one to say, else what is missing. */
export function writeQualityHeadline(one: Said, outcome: DriverOutcome): WrittenHeadline {
  const name = small(nameOf(one.quality));
  const { value } = one.effect;
  const { isShare, goal, many } = outcomeWords[outcome];
  const size = Math.round(Math.abs(value ?? 0) * 100);
  const tier = allowedTier(one);
  if (tier === 'refused') return { marked: 'Too little to compare', rest: ` for ${name} yet.` };
  if (tier === 'unsure' || value === null || (isShare && size === 0)) {
    return { marked: 'Cannot tell yet', rest: ` whether ${name} has to do with ${goal}.` };
  }
  if (tier === 'against') return { marked: 'It runs the other way', rest: ` where ${name} is met one step better.` };
  const [about, what] = isShare
    ? ([`About ${size} more`, ` ${size === 1 ? outcomeWords[outcome].one : many} in 100`] as const)
    : ([`About ${Math.abs(value).toFixed(2)} better`, ' feeling at the end'] as const);
  const rest = `${what} where ${name} is met one step better.`;
  return tier === 'hint' ? { marked: 'A hint', rest: `: ${small(about)}${rest}` } : { marked: about, rest };
}

/**
 * The tier that the numbers themselves allow: without reviews nothing comes first, and a range that holds zero is unsure.
 * Every sentence asks here, so that a mistake elsewhere cannot become a claim.
 */
export function allowedTier({ tier, effect, corrected }: Pick<Said, 'tier' | 'effect' | 'corrected'>): DriverTier {
  const { value, lower, upper } = effect;
  if (value === null || lower === null || upper === null) return 'refused';
  if (tier === 'refused' || (lower <= 0 && upper >= 0)) return 'unsure';
  if (tier === 'unsure') return 'unsure';
  if (upper < 0) return 'against';
  if (tier === 'against') return 'unsure';
  return corrected ? tier : 'hint';
}

function writeRefusal({ quality, effect, opportunities }: Said): string {
  const name = nameOf(quality);
  if (opportunities === 0) return `Nothing called for ${small(name)} where the outcome is known.`;
  if (effect.reason === 'no_variation') return `${name} was met alike everywhere, so there is nothing to compare.`;
  if (effect.reason === 'collinear') {
    return `${name} rises and falls with another quality here; the two cannot be told apart.`;
  }
  return `${name} was called for in ${count(opportunities, 'conversation')} with a known outcome: too little to compare fairly.`;
}

export interface WrittenHeadline {
  marked: string;
  rest: string;
}

/** A range beside zero is no claim yet where fourteen were looked at: one in twenty looks like that by luck. */
const doubt = ({ lower, upper }: Effect): string =>
  (lower ?? 0) > 0 || (upper ?? 0) < 0
    ? 'With all qualities looked at together that could still be luck, so this cannot be told yet.'
    : 'The range still includes no difference, so this cannot be told yet.';

export const verb = ({ effect: { value } }: Said, outcome: DriverOutcome): string =>
  outcomeWords[outcome].isShare && Math.round(Math.abs(value ?? 0) * 100) !== 1 ? 'there are' : 'there is';
export const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
export const count = (n: number, what: string): string => `${n.toLocaleString('en-GB')} ${what}${n === 1 ? '' : 's'}`;

/** "Empathy, patience and knowledge": only the first keeps its capital. */
export function listed(names: readonly string[]): string {
  const words = names.map((name, place) => (place === 0 ? name : small(name)));
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function whole(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded < 0 ? `−${-rounded}` : `${Math.abs(rounded)}`;
}

function decimal(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
