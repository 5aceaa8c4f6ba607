/**
 * The headline and summary of one outcome's drivers: what comes first, or what is missing. "Most" only where one quality
 * alone comes first; see `write-driver-sentences.ts` for the rules and their test.
 */
import { asAsked, type DriverOutcome, type DriversAnswer, outcomeWords } from '@rapport/contract';
import { fewestOutcomes } from '../drivers/estimate-drivers.ts';
import { nameOf } from '../write-sentences.ts';
import {
  allowedTier,
  count,
  effectWords,
  listed,
  type Said,
  verb,
  type WrittenHeadline,
} from './write-driver-sentences.ts';

export interface HeadlineFacts {
  outcome: DriverOutcome;
  basis: DriversAnswer['basis'];
  reason: DriversAnswer['reason'];
  qualities: readonly Said[];
  known: number;
  conversations: number;
  agents: number;
}

export function writeDriverHeadline(facts: HeadlineFacts): WrittenHeadline {
  if (facts.basis === 'none') return writeNoComparison(facts);
  const { goal } = outcomeWords[facts.outcome];
  const first = namesIn(facts, 'first');
  const real = namesIn(facts, 'real');
  const hints = namesIn(facts, 'hint');
  if (first.length === 1) {
    return { marked: `${first[0]}`, rest: ` goes together with ${goal} the most.` };
  }
  if (first.length > 1 && first.length <= 3) {
    return { marked: listed(first), rest: ` go together with ${goal}. Too close to put in order.` };
  }
  if (first.length > 3) {
    return { marked: 'No single first step yet', rest: `: ${first.length} qualities go together with ${goal}.` };
  }
  if (real.length > 0) {
    return { marked: listed(real), rest: ` ${goes(real)} together with ${goal}; none of them is surely first.` };
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
      rest: `: too many go together with ${goal} to begin with one.`,
    };
  }
  return { marked: 'Cannot tell yet', rest: ` which quality goes together with ${goal}.` };
}

function writeNoComparison({ outcome, reason, known, conversations, agents }: HeadlineFacts): WrittenHeadline {
  const words = noneWords[outcome];
  if (conversations === 0) return { marked: 'No conversations yet', rest: ', so there is nothing to compare.' };
  if (known === 0) return { marked: words.nothing, rest: words.so };
  if (reason === 'outcome_constant') {
    return {
      marked: `All ${known.toLocaleString('en-GB')} ${words.many} are alike`,
      rest: ', so no quality can be told apart by them.',
    };
  }
  // However many outcomes come, one person's conversations are compared with nobody's.
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
  recommend: {
    nothing: 'Nobody was asked to recommend you',
    so: ', as far as these data say.',
    one: '1 answer',
    many: 'answers',
  },
  easy: {
    nothing: 'Nobody was asked how easy it was',
    so: ', on a scale whose easy end is known.',
    one: '1 answer',
    many: 'answers',
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
      return `${count(conversations, 'conversation')} can be read moment by moment today. Shares start at 20${facts.agents === 1 ? '' : `, comparing at ${fewestOutcomes}`}.`;
    }
    return 'Until then the page shows what followed each level, side by side, wherever twenty conversations tell it.';
  }
  const fit = known.toLocaleString('en-GB');
  const one = qualities.filter((quality) => ['first', 'hint'].includes(allowedTier(quality)));
  const [single] = one;
  const asked = outcome === 'satisfied' ? 'ratings' : asAsked(outcome) ? 'answers' : 'conversations';
  if (basis === 'corrected') {
    return single && one.length === 1
      ? `Met one step better, ${verb(single, outcome)} ${effectWords(single.effect, outcome)}, from ${fit} ${asked}, set right with human reviews. The cause is not shown.`
      : `From ${fit} ${asked}, set right with human reviews, same agent and same kind of conversation. The cause is not shown.`;
  }
  if (one.length === 0) {
    return `In ${fit} ${asked}, same agent and same kind of conversation, no quality goes with the outcome surely enough, with all of them looked at together.`;
  }
  return single && one.length === 1
    ? `Met one step better, ${verb(single, outcome)} ${effectWords(single.effect, outcome)}, from ${fit} ${asked}. The machine’s own error is still in it, so Rapport ranks nothing.`
    : `From ${fit} ${asked}, same agent and same kind of conversation. The machine’s own error is still in it, so Rapport ranks nothing.`;
}

const namesIn = ({ qualities }: HeadlineFacts, tier: Said['tier']): string[] =>
  qualities.filter((one) => allowedTier(one) === tier).map((one) => nameOf(one.quality));

const goes = (names: readonly string[]): string => (names.length === 1 ? 'goes' : 'go');
