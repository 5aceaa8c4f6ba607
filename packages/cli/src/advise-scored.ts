/** What a scored table says where it cannot compare yet, and what to do with it today: true with ten rows as with thousands. */
import { fewestAgents, fewestOutcomes } from '@rapport/insight';
import type { EstimateReason } from '@rapport/statistics';
import type { ScoredAnswer } from './commands/analyse-scored.ts';

/** The headline in place of drivers. */
export function whyNoDrivers({ answered, agents }: ScoredAnswer, reason: string): string {
  if (agents === 1) return 'One agent only: qualities are compared from two agents on, however many ratings come.';
  switch (reason) {
    case 'no_data':
      return 'No ratings in this table, so no quality can be compared by them.';
    case 'outcome_constant':
      return `All ${count(answered)} ratings are alike: what never differs cannot go together with anything.`;
    case 'too_few_responses':
      return `${count(answered)} ${answered === 1 ? 'rating' : 'ratings'} so far: comparing qualities starts at ${fewestOutcomes}.`;
    default:
      return `No quality can be compared here (${reason}).`;
  }
}

/** What to do next, and what more data would not cure. */
export function adviseScored({ answered, agents, reason, lowScored }: ScoredAnswer): string[] {
  const next = nextStep({ answered, agents, reason });
  const low = lowScored;
  const range =
    low === null || low.lower === null || low.upper === null
      ? ''
      : `, likely ${Math.round(low.lower)}-${Math.round(low.upper)}`;
  return [
    ...(low === null
      ? []
      : [
          low.mean === null
            ? `Read first: ${low.conversations.join(', ')}, scored low on ${low.quality}.`
            : `The machine scores ${low.quality} ${Math.round(low.mean)} of 100 on average (${count(low.n)} conversations${range}). Read first: ${low.conversations.join(', ')}.`,
        ]),
    ...(next === null ? [] : [`Next: ${next}`]),
    ...(agents > 1 && agents < fewestAgents
      ? [`With ${agents} agents this speaks for these ${agents} people only; more conversations do not change that.`]
      : []),
  ];
}

type Reason = ScoredAnswer['reason'];

function nextStep({
  answered,
  agents,
  reason,
}: {
  answered: number;
  agents: number;
  reason: Reason | undefined;
}): string | null {
  if (reason === undefined) return null;
  if (agents === 1) return 'add the conversations of a second agent.';
  if (reason === 'outcome_constant') return 'ask customers who do not rate, with one question and room for words.';
  const missing = fewestOutcomes - answered;
  return missing > 0
    ? `a longer export with its rating column; ${count(missing)} more ratings make a comparison possible.`
    : 'more conversations of the same agents.';
}

const count = (value: number): string => value.toLocaleString('en-GB');

/** Why there is no number, in words. */
export const reasonWords: Record<EstimateReason, string> = {
  no_data: 'nothing to count',
  no_random_reviews: 'no reviews drawn by chance',
  reviews_not_random: 'no reviews drawn by chance, only chosen ones',
  too_few_reviews: 'too few reviews to set it right',
  one_rater: 'one reviewer only',
  no_variation: 'alike everywhere',
  too_few_rows: 'too few conversations',
  outcome_constant: 'all ratings alike',
  collinear: 'rises and falls with another one',
  separated: 'one side only',
  too_few_agents: 'too few agents',
  too_few_responses: 'too few ratings',
  not_reached: 'not reached yet',
};
