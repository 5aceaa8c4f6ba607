/** What a driver's answer stands on, in sentences: what is not in it, and the cheapest ways to a surer one. */
import { asAsked, type DriversAnswer, qualityIds } from '@rapport/contract';
import type { Estimate } from '@rapport/statistics';
import { fewestAgents, fewestOutcomes } from '../drivers/estimate-drivers.ts';
import { enoughReviewsPerQuality } from '../drivers/prepare-drivers.ts';
import type { AnsweredOutcome } from '../drivers/weigh-answers.ts';
import { fewestOpportunities as fewestForShare } from '../estimate-rates.ts';
import { readsReaction } from '../trouble.ts';
import { inHundred, nameOf } from '../write-sentences.ts';
import type { HeadlineFacts } from './write-driver-headline.ts';
import { allowedTier, count, listed, whole } from './write-driver-sentences.ts';

export interface DriversFacts extends HeadlineFacts {
  qualities: DriversAnswer['qualities'];
  /** Conversations with a human review. */
  reviews: number;
  period: DriversAnswer['period'];
  allowedFor: string[];
  /** Conversations that several agents answered. */
  shared: number;
  /** Ratings on a scale nobody named. */
  unread: number;
  /** Of how many conversations these were drawn at random; null: they are all there are. */
  drawnOf: number | null;
  answers: AnsweredOutcome | null;
  /** Of those who answered, clustered by agent. */
  rate: Estimate;
  /** Of the analysis. */
  warnings: readonly string[];
}

export function writeCaveats(facts: DriversFacts): string[] {
  const { basis, outcome, agents, allowedFor, shared, unread, conversations, drawnOf } = facts;
  return [
    'It is a comparison, not an experiment. Something nobody measured could explain part of it.',
    ...(basis === 'uncorrected'
      ? [
          'The machine’s own error is still in it. Qualities that it reads well look stronger than they are, the others weaker.',
        ]
      : []),
    ...(outcome === 'feeling'
      ? [
          'The same machine read the feeling and the scores from the same text, so they share its errors: a hint, until ratings agree.',
        ]
      : []),
    ...(outcome === 'resolved'
      ? [
          `The rules of ${listed(qualityIds.filter(readsReaction).map(nameOf)).toLowerCase()} also read what customers say next, which is close to whether it was resolved.`,
        ]
      : []),
    ...writeResponse(facts),
    ...(agents > 1 && agents < fewestAgents ? [`With ${agents} agents it holds for these people only.`] : []),
    ...(allowedFor.includes('the topic')
      ? []
      : ['The topic is not allowed for, because no topic is known here: easy matters may flatter a quality.']),
    ...(shared > 0
      ? [
          `${count(shared, 'conversation')} had several agents; each counts for the one whose replies were called on more.`,
        ]
      : []),
    ...(drawnOf !== null
      ? [
          `It was read from ${count(conversations, 'conversation')} drawn at random from ${drawnOf.toLocaleString('en-GB')}; all of them would narrow the ranges to ${Math.round(100 * Math.sqrt(conversations / drawnOf))} in 100 of their width at best.`,
        ]
      : []),
    ...(unread > 0
      ? [`${count(unread, 'answer')} came on a scale nobody named and ${unread === 1 ? 'counts' : 'count'} nowhere.`]
      : []),
    ...facts.warnings.filter((warning) => /draws|few reviews/.test(warning)).map(asSentence),
  ];
}

function writeResponse({ answers, outcome, rate }: DriversFacts): string[] {
  if (!answers || answers.answered === 0 || answers.asked === 0) return [];
  const share = answers.answered / answers.asked;
  const only = `${share < 0.5 ? 'Only ' : ''}${Math.round(share * 100)} in 100 conversations carry ${answerWords(outcome).one}.`;
  const weighted =
    answers.weighted.value === null || rate.value === null
      ? ''
      : ` Of those who answered ${ranged(rate)} ${yesWords(outcome)}; weighted for who answers it is ${ranged(answers.weighted)}.`;
  const bounds = answers.bounds
    ? ` If all the others had answered the one way or all the other, it would be ${whole(answers.bounds[0])} or ${whole(answers.bounds[1])} in 100.`
    : '';
  return [`${only}${weighted}${bounds}`];
}

export function writeNext(facts: DriversFacts): DriversAnswer['next'] {
  const { basis, reason, known, outcome, conversations, agents } = facts;
  const next: DriversAnswer['next'] = [];
  if (conversations === 0) {
    return [{ sentence: 'Drop one export of your conversations, or open the sample team.', go: 'first-run' }];
  }
  if (basis === 'none') {
    if (conversations < 30) {
      const what = conversations === 1 ? 'this conversation' : `these ${conversations} conversations`;
      next.push({ sentence: `Read ${what}: every moment stands with its words.`, go: 'conversations' });
    }
    if (reason === 'outcome_constant') {
      next.push({
        sentence: 'More of the same would not cure this. Ask another outcome above, or read what customers wrote.',
        go: 'conversations',
      });
    } else if (agents === 1 && known < fewestForShare) {
      next.push({
        sentence: `Bring in an export with ${answerWords(outcome).column}: a share starts at ${fewestForShare} ${answerWords(outcome).many}, ${known} are here.`,
        go: 'first-run',
      });
    } else if (agents !== 1 && known < fewestOutcomes) next.push({ sentence: moreOutcomes(facts), go: 'first-run' });
    // Enough are known, but spread so thin that agents have one each, or over one agent alone.
    if (reason !== 'outcome_constant' && conversations >= 30 && (agents === 1 || known >= fewestOutcomes)) {
      const sentence =
        agents === 1
          ? 'Bring in the conversations of a second agent: no number of one person’s cures that.'
          : 'Bring in more conversations of the same agents: one known outcome of an agent has nothing to be compared with.';
      next.push({ sentence, go: 'first-run' });
    }
    return next;
  }
  const needed = facts.qualities.flatMap(({ needs }) => needs.outcomes ?? []).sort((a, b) => a - b)[0];
  if (needed !== undefined) {
    next.push({
      sentence: `Telling a difference of 5 in 100 from nothing takes about ${number(needed)} ${answerWords(outcome).many}, even for the quality that is nearest to it; ${number(known)} are here.${pace(facts, needed - known)}`,
      go: 'first-run',
    });
  }
  if (basis === 'uncorrected') {
    const compared = facts.qualities.filter((one) => allowedTier(one) !== 'refused').length;
    const reviews = enoughReviewsPerQuality * compared;
    next.push({
      sentence: `About ${number(reviews)} conversations reviewed by people would take the machine’s own error out; ${facts.reviews === 0 ? 'none is reviewed yet' : `${number(facts.reviews)} are reviewed`}. Until then, ten moments checked by you show how far to trust it.`,
      go: 'check',
    });
  }
  return next;
}

function moreOutcomes(facts: DriversFacts): string {
  const { outcome, known } = facts;
  const missing = fewestOutcomes - known;
  switch (outcome) {
    case 'satisfied':
    case 'recommend':
    case 'easy': {
      const { many, column } = answerWords(outcome);
      return known === 0
        ? `Bring in an export with ${column}. Shares start at 20 ${many}, comparing at ${fewestOutcomes}.`
        : `${number(missing)} more ${many}: ${number(known)} of ${fewestOutcomes} are here.${pace(facts, missing)} An older export with ${column} is the quickest way.`;
    }
    case 'wrote-again':
      return known === 0
        ? 'Bring in an export that says which customer wrote, over more than a week.'
        : `${number(missing)} more conversations whose next seven days are known. An export of a longer period is the quickest way.`;
    case 'resolved':
      return known === 0
        ? 'Bring in an export with a column that says whether it was resolved.'
        : `${number(missing)} more conversations that say whether they were resolved.${pace(facts, missing)}`;
    case 'feeling':
      return `${number(missing)} more conversations in which the customer writes again after a reply.${pace(facts, missing)}`;
  }
}

/** What the outcome is read from, as sentences need it. */
export function answerWords(outcome: DriversFacts['outcome']): { one: string; many: string; column: string } {
  switch (asAsked(outcome)) {
    case 'satisfied':
      return { one: 'a rating', many: 'ratings', column: 'a rating column' };
    case 'recommend':
      return { one: 'an answer to this question', many: 'answers', column: 'a column “nps”' };
    case 'easy':
      return { one: 'an answer to this question', many: 'answers', column: 'a column “ces”' };
    case null:
      return { one: 'an outcome', many: 'conversations with a known outcome', column: 'the outcome' };
  }
}

/** After "of those who answered, so many". */
const yesWords = (outcome: DriversFacts['outcome']): string =>
  outcome === 'recommend' ? 'would recommend you' : outcome === 'easy' ? 'found it easy' : 'are satisfied';

/** How long it takes at the pace of the data; silent where the data has no dates or is a day's. */
function pace({ period, known }: DriversFacts, missing: number): string {
  if (period.from === null || period.to === null || missing <= 0 || known < 10) return '';
  const weeks = (Date.parse(period.to) - Date.parse(period.from)) / (7 * 86_400_000);
  if (weeks < 1) return '';
  const perWeek = known / weeks;
  const needed = Math.ceil(missing / perWeek);
  if (needed > 260) return ' At the pace of this data that would take more than five years.';
  return ` At the pace of this data that takes ${needed <= 1 ? 'a week' : `${number(needed)} weeks`}.`;
}

/** "40 in 100 (likely 33–46)". */
const ranged = (estimate: AnsweredOutcome['raw']): string => `${inHundred(estimate).replace(', likely', ' (likely')})`;
const number = (value: number): string => value.toLocaleString('en-GB');
const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
