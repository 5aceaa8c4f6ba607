/** Drivers in words and on scales: what only draws and links them, never what they claim (the server writes that). */
import {
  type ConversationFilter,
  type DriverOutcome,
  type DriverQuality,
  type DriverTier,
  driverOutcomes,
  type EstimateWire,
  outcomeWords,
  type Verdict,
} from '@rapport/contract';
import { changeWords, differenceWords, type EstimateWords, numberWords, shareWords } from '../design/estimate-words.ts';
import type { SpanScale, SpanTone } from '../design/span-geometry.ts';

/** What is counted where customers were asked. */
export const askedWords: Partial<Record<DriverOutcome, string>> = {
  satisfied: 'ratings',
  recommend: 'answers',
  easy: 'answers',
};

export const readOutcome = (word: unknown): DriverOutcome | undefined => driverOutcomes.find((one) => one === word);

/** Colour only when sure: set right with reviews and the whole range on one side. A hint stays grey. */
export function toneOfDriver({ tier, corrected }: Pick<DriverQuality, 'tier' | 'corrected'>): SpanTone {
  if (!corrected) return 'unsure';
  if (tier === 'first' || tier === 'real') return 'strength';
  return tier === 'against' ? 'attention' : 'unsure';
}

export const effectWordsOf = (effect: EstimateWire, outcome: DriverOutcome): EstimateWords =>
  outcomeWords[outcome].isShare ? differenceWords(effect) : changeWords(effect);

/** The outcome itself at one level. */
export const levelWords = (estimate: EstimateWire, outcome: DriverOutcome): EstimateWords =>
  outcomeWords[outcome].isShare ? shareWords(estimate) : changeWords(estimate);

/** "+10": a tick in the unit of the effect. */
export function tickWords(value: number, outcome: DriverOutcome): string {
  const isShare = outcomeWords[outcome].isShare;
  const words = isShare ? numberWords(value * 100) : numberWords(value, 1);
  return value > 0 ? `+${words}` : words;
}

/** One scale for all effects shown together: every range fits, and at most eight steps are counted. */
export function effectScale(effects: readonly EstimateWire[], outcome: DriverOutcome): SpanScale & { ticks: number[] } {
  const ends = effects.flatMap(({ lower, upper }) => (lower === null || upper === null ? [] : [lower, upper]));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const steps = outcomeWords[outcome].isShare ? [0.1, 0.2, 0.5] : [0.1, 0.2, 0.5, 1];
  const step = steps.find((one) => (most - least) / one <= 7) ?? 1;
  const reach = (one: number) => Math.max(1, Math.ceil(one / step - 1e-9));
  const [below, above] = [reach(-least), reach(most)];
  const ticks = Array.from({ length: below + above + 1 }, (_, place) => Number(((place - below) * step).toFixed(2)));
  return { min: ticks[0] ?? -step, max: ticks.at(-1) ?? step, ticks };
}

export interface DriverGroup {
  tier: DriverTier;
  name: string;
  because: string;
  qualities: DriverQuality[];
}

const groups: readonly Omit<DriverGroup, 'qualities'>[] = [
  { tier: 'first', name: 'First', because: 'the data cannot put these in order' },
  { tier: 'real', name: 'Smaller, but real', because: 'the whole range is above zero' },
  {
    tier: 'hint',
    name: 'Hints, in no order',
    because: 'the range is above zero, but the machine’s own error is still in it',
  },
  {
    tier: 'against',
    name: 'Runs the other way',
    because: 'often a sign that hard conversations call for it; read some',
  },
  { tier: 'unsure', name: 'Cannot tell yet', because: 'could still be chance, with all of them looked at together' },
  { tier: 'refused', name: 'Not compared', because: 'too little to compare, or nothing differs' },
];

/** Tiers, not ranks: within one the order is always the same and means nothing. */
export const groupDrivers = (qualities: readonly DriverQuality[]): DriverGroup[] =>
  groups.flatMap((group) => {
    const own = qualities.filter(({ tier }) => tier === group.tier);
    const name = group.tier === 'first' && own.length > 1 ? 'Tied for first' : group.name;
    const because = group.tier === 'first' && own.length === 1 ? 'the whole range is above the others’' : group.because;
    return own.length === 0 ? [] : [{ ...group, name, because, qualities: own }];
  });

export const fairStepNames: Record<DriverQuality['fair'][number]['step'], string> = {
  'side-by-side': 'Side by side, nothing allowed for',
  'same-kind': 'Same kind of conversation',
  'same-arrival': 'and same feeling on arrival, same week',
  'same-agent': 'and same agent',
  'other-qualities': 'and the other qualities alike',
  'machine-error': 'and the machine’s error taken out',
};

type FairStep = DriverQuality['fair'][number]['step'];

/** What a large part of the side-by-side number was, by the step that took it away. */
const shrunkBy: Record<FairStep, string> = {
  'side-by-side': '',
  'same-kind': 'A good part of the first number was the kind of conversation: some go well whoever answers.',
  'same-arrival': 'A good part of the first number was how customers arrived: calm ones are easier to please.',
  'same-agent': 'A good part of the first number was who answered.',
  'other-qualities': 'A good part of the first number belongs to other qualities that come along with this one.',
  'machine-error': 'A good part of the first number was the machine’s own error.',
};

/** Which way the answer went as the comparison got fairer, and where it moved, in one sentence. */
export function fairStory(fair: DriverQuality['fair']): string {
  const known = fair.flatMap(({ step, effect }) => (effect.value === null ? [] : [{ step, value: effect.value }]));
  const [first] = known;
  const last = known.at(-1);
  if (known.length < 2 || first === undefined || last === undefined) {
    return 'Too few conversations to draw a line through; the levels below show what is there.';
  }
  if (Math.abs(first.value) < 0.005) return 'Side by side there is nothing to see; the last line is the fair one.';
  const kept = last.value / first.value;
  if (kept < 0) return 'The sign turned as the comparison got fairer: side by side, this would have misled.';
  if (kept > 1.33) return 'Side by side, a part of it was hidden; the last line is the fair one.';
  if (kept >= 0.75) return 'The fairer comparison hardly moves it, which is a good sign.';
  let largest = { step: last.step, fall: 0 };
  for (const [place, one] of known.entries()) {
    const fall = Math.abs(known[place - 1]?.value ?? one.value) - Math.abs(one.value);
    if (fall > largest.fall) largest = { step: one.step, fall };
  }
  return `${shrunkBy[largest.step]} The last line is the fair one.`;
}

/** The conversations behind a level: those with the better outcome where the list can tell them. */
export function behindLevel(
  outcome: DriverOutcome,
  { quality, verdict, better }: { quality: DriverQuality['quality']; verdict: Verdict; better: boolean },
): ConversationFilter {
  const of: Record<DriverOutcome, ConversationFilter> = {
    satisfied: { rated: better ? 'satisfied' : 'unsatisfied' },
    recommend: { asked: better ? 'promoter' : 'detractor' },
    easy: { asked: better ? 'easy' : 'not-easy' },
    'wrote-again': better ? {} : { signal: 'wrote-again' },
    resolved: { resolved: better ? 'yes' : 'no' },
    feeling: { feeling: better ? 'lifted' : 'fell' },
  };
  return { quality, verdict, ...of[outcome] };
}

/** The conversations behind the outcome itself. */
export const behindOutcome: Record<DriverOutcome, ConversationFilter> = {
  satisfied: { rated: 'satisfied' },
  recommend: { asked: 'promoter' },
  easy: { asked: 'easy' },
  'wrote-again': { signal: 'wrote-again' },
  resolved: { resolved: 'yes' },
  feeling: { feeling: 'lifted' },
};

/** "on a scale of 1 to 5"; empty where no scale is known. */
export function scaleWords(scales: readonly { min: number | null; max: number | null; answers: number }[]): string {
  const known = scales.filter(({ max }) => max !== null);
  if (known.length === 0) return '';
  const words = known.map(({ min, max }) => (min === null ? `up to ${max}` : `${min} to ${max}`));
  return `asked on a scale of ${words.join(' and ')}`;
}
