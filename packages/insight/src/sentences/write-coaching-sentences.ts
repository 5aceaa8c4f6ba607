/**
 * The words of a coaching plan, bound to its numbers.
 *
 * Rules kept here and tested with made-up numbers of every kind: one person never yields more than their own trend; no
 * effect is claimed before the day on which it was to be read, nor where the range holds zero; the raw rise is never the
 * headline; "no effect shown" is an answer; no number without its range.
 */
import { type QualityId, qualityWords } from '@rapport/contract';
import type { Estimate } from '@rapport/statistics';
import type { OwnTrend } from '../change/follow-own-trend.ts';
import { fullWeeksNeeded, type TeamFollowed } from '../change/follow-team.ts';
import type { ForeseenVerdict } from '../change/foresee-verdict.ts';
import type { VerifiedChange } from '../change/verify-change.ts';
import { count, small, type WrittenHeadline, whole } from './write-driver-sentences.ts';

export interface CoachingFacts {
  quality: QualityId;
  /** Shown names of the people coached; one for a plan of one person, and for what that person reads themself. */
  people: readonly string[];
  /** Said to the person themself: "your own trend". */
  toSelf: boolean;
  /** Have conversations arrived from after the day on which the effect was to be read? */
  isDue: boolean;
  hasBegun: boolean;
  /** Of several people; null for one. */
  verified: VerifiedChange | null;
  /** Several people and nobody left to compare with: the team's own weeks. */
  team?: TeamFollowed | null;
  /** Of the one person; null for several. */
  own: OwnTrend | null;
}

export function writeCoachingHeadline(facts: CoachingFacts): WrittenHeadline {
  const { isDue, hasBegun, own } = facts;
  if (!hasBegun) return { marked: 'Not begun yet', rest: ': what there is now stands below, to compare with.' };
  if (own !== null) return writeOwnHeadline(facts, own);
  const verified = facts.verified;
  if (!isDue || verified === null) return { marked: 'Too early to say', rest: ' whether it helped.' };
  if (facts.team) return writeTeamHeadline(facts.team);
  switch (allowedVerdict(verified)) {
    case 'worked':
      return { marked: `About ${points(verified.estimate)} more times in 100`, rest: `: ${didIt(facts)}.` };
    case 'worse':
      return { marked: `About ${points(verified.estimate)} fewer times in 100`, rest: `: ${didIt(facts)}.` };
    case 'no-clear-effect':
      return { marked: 'No effect shown', rest: ': chance could explain the difference.' };
    case 'withheld':
      return { marked: 'No verdict', rest: `: ${verified.because[0] ?? 'too little to compare'}.` };
  }
}

/** The whole range of a sequence on one side: more than chance, though nobody has waited for the day. */
const beyondChance = ({ lower, upper }: Estimate): string =>
  (lower ?? 0) > 0 || (upper ?? 0) < 0 ? ' It is already more than chance would explain.' : '';

/** Everybody was coached: what moved went together with the start, and nobody was left alone to tell why. */
function writeTeamHeadline({ estimate: { value, lower, upper } }: TeamFollowed): WrittenHeadline {
  if (value === null || lower === null || upper === null) {
    return { marked: 'No verdict', rest: ': nobody was left to compare with, and the weeks are too few.' };
  }
  if (lower > 0) return { marked: 'It rose with the start', rest: '; nobody was left alone to tell why.' };
  if (upper < 0) return { marked: 'It fell with the start', rest: '; nobody was left alone to tell why.' };
  return { marked: 'No clear change', rest: ' with the start, week by week.' };
}

function writeTeamSummary({ estimate, weeksBefore, weeksAfter }: TeamFollowed): string[] {
  const { value, lower, upper } = estimate;
  const why = 'Everybody was coached, so nobody is left to compare with; the team’s own weeks are read instead.';
  if (value === null || lower === null || upper === null) {
    return [
      estimate.reason === 'collinear'
        ? `${why} Another version of the scorer read some of them, so before and after are not one series.`
        : `${why} That takes ${fullWeeksNeeded} full weeks on either side of the start: ${weeksBefore} before and ${weeksAfter} since are here.`,
    ];
  }
  return [
    `${why} In the week of the start their share changed by ${signed(100 * value)} in 100 (likely ${signed(100 * lower)} to ${signed(100 * upper)}), ${weeksBefore} weeks before and ${weeksAfter} since.`,
    'It goes together with the start; whatever else began then is in it too.',
  ];
}

function writeOwnHeadline({ people, toSelf, isDue }: CoachingFacts, { verdict }: OwnTrend): WrittenHeadline {
  const name = `${possessive(people[0] ?? 'Somebody')} own trend`;
  const [whose, within] = toSelf ? ['Your own trend', 'your own trend'] : [name, name];
  if (verdict === 'too-early' || !isDue) {
    return { marked: isDue ? 'Too little to say' : 'Too early to say', rest: ` whether ${within} has moved.` };
  }
  const usual = toSelf ? 'your usual ups and downs' : 'the usual ups and downs';
  if (verdict === 'risen') return { marked: `${whose} has risen`, rest: `, more than ${usual}.` };
  if (verdict === 'fallen') return { marked: `${whose} has fallen`, rest: `, more than ${usual}.` };
  return { marked: 'No clear change', rest: ` in ${within}: within ${usual}.` };
}

/** What the numbers themselves allow, so that a mistake elsewhere cannot become a claim. */
export function allowedVerdict({ verdict, estimate, changedAgents, p }: VerifiedChange): VerifiedChange['verdict'] {
  const { value, lower, upper } = estimate;
  if (verdict === 'withheld' || value === null || lower === null || upper === null) return 'withheld';
  if (changedAgents < 2) return 'withheld';
  if (p === null || p >= 0.05 || Math.round(Math.abs(value)) === 0) return 'no-clear-effect';
  if (verdict === 'worked' && lower > 0) return 'worked';
  return verdict === 'worse' && upper < 0 ? 'worse' : 'no-clear-effect';
}

/** The lines under the headline: the range, chance in words, and what the raw rise was. */
export function writeCoachingSummary(facts: CoachingFacts): string[] {
  if (!facts.hasBegun) return [];
  if (facts.own !== null) return writeOwnSummary(facts, facts.own);
  const { verified, team = null } = facts;
  if (verified === null) return [];
  if (team !== null) return writeTeamSummary(team);
  const { estimate, p, changedAgents, otherAgents } = verified;
  if (estimate.value === null || estimate.lower === null || estimate.upper === null) {
    return facts.isDue
      ? ['Too few of them had a call for it both before and since the start to be compared.']
      : ['Too little has come in since the start to be compared yet. It is read once, on the day in the plan.'];
  }
  const beside = `${count(changedAgents, 'coached colleague')} beside ${otherAgents} who ${otherAgents === 1 ? 'was' : 'were'} not`;
  const range = `${points(estimate)} points in 100, likely ${signed(estimate.lower)} to ${signed(estimate.upper)}`;
  return [
    facts.isDue
      ? `The difference is ${sign(estimate)}${range}: ${beside}, same weeks, same mix of conversations.`
      : `So far ${sign(estimate)}${range}, ${beside}. It is read once, on the day in the plan; this range is made wide enough to be looked at any day.${beyondChance(estimate)}`,
    ...(facts.isDue && p !== null ? [chanceWords(p)] : []),
    ...rawRiseWords(verified),
  ];
}

function writeOwnSummary({ toSelf }: CoachingFacts, { change, before, after }: OwnTrend): string[] {
  if (change.value === null || change.lower === null || change.upper === null) {
    return [
      'It takes twelve weeks before the choice, and twenty conversations that called for it on either side of the start.',
    ];
  }
  const own = toSelf ? 'You' : 'They';
  return [
    `${own} met it ${inHundred(before)} of 100 times before and ${inHundred(after)} since: a change of ${signed(100 * change.value)} (likely ${signed(100 * change.lower)} to ${signed(100 * change.upper)}).`,
    'One person’s trend shows that something moved, not why.',
  ];
}

const inHundred = ({ value, lower, upper }: Estimate): string =>
  value === null || lower === null || upper === null
    ? 'too few'
    : `${whole(value)} (likely ${whole(lower)}–${whole(upper)})`;

/** @example chanceWords(0.031) // 'Chance alone would make a difference this large in about 3 of 100 such comparisons.' */
export function chanceWords(p: number): string {
  const times =
    p < 0.001 ? 'fewer than 1 of 1,000' : p < 0.01 ? 'fewer than 1 of 100' : `about ${Math.round(100 * p)} of 100`;
  return `Chance alone would make a difference this large in ${times} such comparisons.`;
}

/** What everybody would see first, and how much of it was bound to happen. */
function rawRiseWords({ naive, rebound, plan }: VerifiedChange): string[] {
  if (naive === null || Math.round(naive) <= 0) return [];
  const raw = `Since the weeks that led to the choice their own numbers rose by ${Math.round(naive)}`;
  if (rebound === null || Math.round(rebound) <= 0 || plan.selectedBecause === 'drawn-by-lot') {
    return [`${raw}; without the others beside them that would prove nothing.`];
  }
  return [`${raw}; ${Math.min(Math.round(rebound), Math.round(naive))} of that was only the way back from bad weeks.`];
}

export interface ForeseenFacts {
  foreseen: ForeseenVerdict;
  /** The hoped-for rise, in points. */
  rise: number;
  weeksAfter: number;
  others: number;
}

/** Said before a plan begins, and kept with it. */
export function writeForeseen({ foreseen, rise, weeksAfter, others }: ForeseenFacts): string {
  const { because, weeksNeeded, smallestRise } = foreseen;
  if (rise < 1 && (because === null || because === 'too-few-calls')) {
    return 'Not with this goal: they meet it as often already. Set it higher than what they do now.';
  }
  switch (because) {
    case null:
      return `Yes: a rise of ${Math.round(rise)} in 100 would be seen within ${weekWords(weeksAfter)} in four of five cases, beside ${count(others, 'colleague')}${weeksNeeded !== null && weeksNeeded < weeksAfter ? `; about ${weekWords(weeksNeeded)} would do` : ''}.`;
    case 'one-person':
      return 'Never: with one person no comparison can rule out chance, however long it runs. Their own trend will be shown, and it cannot say why.';
    case 'nobody-to-compare':
      return `Never: there are not two colleagues with calls for it who are not coached, so there is nobody to compare with. The team’s own weeks will be read instead, ${fullWeeksNeeded} on either side of the start, and they cannot say why.`;
    case 'too-few-agents':
      return 'Never: with so few people chance could always explain the difference. It takes seven people with calls for it, at least two of them coached.';
    case 'no-history':
      return 'Not yet: in the quarter of a year before the weeks that led to the choice nothing called for it, so there is nothing to compare with.';
    case 'too-few-calls': {
      const longer = weeksNeeded === null ? 'not even a year would do' : `about ${weekWords(weeksNeeded)} would do`;
      const larger =
        smallestRise === null
          ? 'no rise would surely be seen by then'
          : `by then only a rise of ${smallestRise} or more would be seen`;
      return `Not by that day: for a rise of ${Math.round(rise)} in 100 there are too few conversations in ${weekWords(weeksAfter)}; ${longer}, and ${larger}.`;
    }
  }
}

const weekWords = (weeks: number): string => `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
const points = ({ value }: Estimate): string => `${Math.round(Math.abs(value ?? 0))}`;
const sign = ({ value }: Estimate): string => ((value ?? 0) < 0 ? '−' : '+');
const signed = (value: number): string => {
  const rounded = Math.round(value);
  return rounded < 0 ? `−${-rounded}` : `${Math.abs(rounded)}`;
};
const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);
const didIt = ({ people, quality }: CoachingFacts): string =>
  `the ${people.length} coached, beside colleagues who were not, on ${small(qualityWords[quality].name)}`;
