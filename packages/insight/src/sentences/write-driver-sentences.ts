/**
 * The words of a driver, bound to its numbers.
 *
 * Rules kept here and tested with made-up numbers of every kind: "most" only where one quality alone comes first and
 * reviews set it right; "clearly" only where the range leaves zero out with false discovery controlled; "goes together
 * with", never a cause; no number without its range.
 */
import {
  type DriverOutcome,
  type DriverQuality,
  type DriversAnswer,
  type DriverTier,
  outcomeWords,
  qualityWords,
} from '@rapport/contract';
import { fewestOutcomes } from '../drivers/estimate-drivers.ts';
import { nameOf } from '../write-sentences.ts';

type Effect = DriverQuality['effect'];
type Said = Omit<DriverQuality, 'sentence'>;

export interface HeadlineFacts {
  outcome: DriverOutcome;
  basis: DriversAnswer['basis'];
  reason: DriversAnswer['reason'];
  qualities: readonly Said[];
  known: number;
  conversations: number;
  agents: number;
}

/** "about 9 more satisfied customers in 100 (likely 3 to 15)"; an empty string without a value. */
export function effectWords({ value, lower, upper }: Effect, outcome: DriverOutcome): string {
  if (value === null || lower === null || upper === null) return '';
  const { isShare, many } = outcomeWords[outcome];
  if (!isShare) {
    const size = Math.abs(value).toFixed(2);
    const range = `likely ${decimal(lower)} to ${decimal(upper)} on a scale from −2 to 2`;
    return Number(size) === 0
      ? `the same feeling at the end (${range})`
      : `a feeling at the end that is ${size} ${value > 0 ? 'better' : 'worse'} (${range})`;
  }
  const size = Math.round(Math.abs(value) * 100);
  const range = `likely ${whole(lower)} to ${whole(upper)}`;
  if (size === 0) return `as many ${many} (${range} in 100)`;
  return `about ${size} ${value > 0 ? 'more' : 'fewer'} ${many} in 100 (${range})`;
}

export function writeDriverSentence(one: Said, outcome: DriverOutcome): string {
  const { name } = qualityWords[one.quality];
  const effect = effectWords(one.effect, outcome);
  switch (allowedTier(one)) {
    case 'refused':
      return writeRefusal(one);
    case 'unsure':
      return `Where ${small(name)} is met one step better there are ${effect}. The range still includes no difference, so this cannot be told yet.`;
    case 'hint':
      return `Where ${small(name)} is met one step better there are ${effect}, same agent and same kind of conversation. A hint: the machine’s own error is still in it.`;
    case 'against':
      return `Runs the other way: where ${small(name)} is met one step better there are ${effect}. Hard conversations may call for more of it; the cause is not shown.`;
    case 'first':
    case 'real':
      return `Where ${small(name)} is met one step better there are clearly ${effect}, same agent and same kind of conversation, set right with human reviews. The two go together; the cause is not shown.`;
  }
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

export function writeDriverHeadline(facts: HeadlineFacts): WrittenHeadline {
  if (facts.basis === 'none') return writeNoComparison(facts);
  const { many } = outcomeWords[facts.outcome];
  const first = namesIn(facts, 'first');
  const real = namesIn(facts, 'real');
  const hints = namesIn(facts, 'hint');
  if (first.length === 1) {
    return { marked: `${first[0]}`, rest: ` goes together with ${many} the most.` };
  }
  if (first.length > 1 && first.length <= 3) {
    return { marked: listed(first), rest: ` go together with ${many}. Too close to put in order.` };
  }
  if (first.length > 3) {
    return { marked: 'No single first step yet', rest: `: ${first.length} qualities go together with ${many}.` };
  }
  if (real.length > 0) {
    return { marked: listed(real), rest: ` ${goes(real)} together with ${many}; none of them is surely first.` };
  }
  if (hints.length > 0 && hints.length <= 3) {
    return {
      marked: listed(hints),
      rest: `: ${hints.length === 1 ? 'a hint' : 'hints'} worth checking, no answer yet.`,
    };
  }
  if (hints.length > 3) {
    return {
      marked: `${hints.length} hints, no order`,
      rest: `: too many go together with ${many} to begin with one.`,
    };
  }
  return { marked: 'Cannot tell yet', rest: ` which quality goes together with ${many}.` };
}

function writeNoComparison({ outcome, reason, known, agents, conversations }: HeadlineFacts): WrittenHeadline {
  const words = noneWords[outcome];
  if (conversations === 0) return { marked: 'No conversations yet', rest: ', so there is nothing to compare.' };
  if (known === 0) return { marked: words.nothing, rest: words.so };
  if (reason === 'outcome_constant') {
    return {
      marked: `All ${known.toLocaleString('en-GB')} ${words.many} are alike`,
      rest: ', so no quality can be told apart by them.',
    };
  }
  if (reason === 'too_few_agents' || agents === 1) {
    return { marked: 'One agent only', rest: ': a fair comparison needs two. What followed each level stands below.' };
  }
  const so = known === 1 ? words.one : `${known.toLocaleString('en-GB')} ${words.many}`;
  return { marked: `${so} so far`, rest: `: comparing qualities starts at ${fewestOutcomes}.` };
}

const noneWords: Record<DriverOutcome, { nothing: string; so: string; one: string; many: string }> = {
  satisfied: {
    nothing: 'No ratings yet',
    so: ', so nothing can be said about satisfaction.',
    one: '1 rating',
    many: 'ratings',
  },
  'wrote-again': {
    nothing: 'Who wrote again is not known',
    so: ' here: customers are not told apart, or the days after are missing.',
    one: '1 known answer',
    many: 'known answers',
  },
  resolved: {
    nothing: 'What was resolved is not known',
    so: ': the source does not say.',
    one: '1 known answer',
    many: 'known answers',
  },
  feeling: {
    nothing: 'No feeling was read twice',
    so: ': no customer wrote again after a reply.',
    one: '1 reading',
    many: 'readings',
  },
};

/** One line below the headline: what the answer is, and how far it goes. */
export function writeDriverSummary(facts: HeadlineFacts): string {
  const { outcome, basis, qualities, known, conversations } = facts;
  if (basis === 'none') {
    if (conversations === 0) return 'Bring in one export; the moments of each conversation can be read at once.';
    if (conversations < 30) {
      return `${count(conversations, 'conversation')} can be read moment by moment today. Shares start at 20, comparing at ${fewestOutcomes}.`;
    }
    return 'Until then the page shows what followed each level, side by side, wherever twenty conversations tell it.';
  }
  const fit = known.toLocaleString('en-GB');
  const one = qualities.filter((quality) => ['first', 'hint'].includes(allowedTier(quality)));
  const [single] = one;
  const asked = outcome === 'satisfied' ? 'ratings' : 'conversations';
  if (basis === 'corrected') {
    return single && one.length === 1
      ? `Met one step better, there are ${effectWords(single.effect, outcome)}, from ${fit} ${asked}, set right with human reviews. The cause is not shown.`
      : `From ${fit} ${asked}, set right with human reviews, same agent and same kind of conversation. The cause is not shown.`;
  }
  if (one.length === 0) {
    return `In ${fit} ${asked} every range still includes no difference, for the same agent and the same kind of conversation.`;
  }
  return single && one.length === 1
    ? `Met one step better, there are ${effectWords(single.effect, outcome)}, from ${fit} ${asked}. The machine’s own error is still in it, so Rapport ranks nothing.`
    : `From ${fit} ${asked}, same agent and same kind of conversation. The machine’s own error is still in it, so Rapport ranks nothing.`;
}

const namesIn = ({ qualities }: HeadlineFacts, tier: Said['tier']): string[] =>
  qualities.filter((one) => allowedTier(one) === tier).map((one) => nameOf(one.quality));

const goes = (names: readonly string[]): string => (names.length === 1 ? 'goes' : 'go');
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
