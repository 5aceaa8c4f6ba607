/** Which step of "what you get with how much" a team stands on, and the cheapest way to the next. */
import type { Ladder } from '@rapport/contract';
import { areRatingsEqual, listLimits } from './few-data.ts';

export interface LadderCounts {
  conversations: number;
  agents: number;
  observed: number;
  ratings: number;
  /** Of those who rated. */
  satisfied: number;
  reviews: number;
  reviewers: number;
}

export function findLadder(counts: LadderCounts): Ladder {
  const { conversations, observed, ratings, reviews } = counts;
  const { agents } = counts;
  const at = (step: Ladder['step'], trust: string, next: string): Ladder => ({
    ...{ step, trust, next, conversations, agents, observed, ratings, reviews },
    limits: listLimits(counts),
  });
  if (conversations === 0) {
    return at('nothing', 'Nothing is here yet.', 'Drop one export of your conversations, or open the sample team.');
  }
  if (reviews >= 400) {
    return at(
      'four-hundred-reviews',
      'Rates, outcomes and reviews are all there.',
      'Keep reviewing a few at random each week.',
    );
  }
  if (ratings >= 200) {
    return at(
      'two-hundred-ratings',
      'What goes together with trouble and with satisfaction, as a hint.',
      `${400 - reviews} random reviews more would correct the machine’s own error: about ${minutes((400 - reviews) * 10)} of single moments.`,
    );
  }
  if (observed >= 200) {
    return at(
      'two-hundred-observed',
      'How often each quality is met, and what goes together with trouble afterwards, where the ranges allow.',
      areRatingsEqual(counts)
        ? 'Ask customers who do not rate: one question with a comment after the conversation. More of the same ratings would show nothing new.'
        : ratings === 0
          ? 'Ratings would show what goes together with satisfaction, from 200 on. A rating column in the export is enough.'
          : `Ratings would show what goes together with satisfaction: ${200 - ratings} more are needed. A longer export of the rating column is enough.`,
    );
  }
  if (conversations >= 30) {
    return at(
      'thirty',
      'How often each quality was met when it was called for, with ranges; the moments to read first.',
      `What follows a miss can be judged from 200 conversations in which something followed; ${observed} are here. An export of a longer period is the cheapest way.`,
    );
  }
  if (conversations > 1) {
    return at(
      'some',
      'The moments of each conversation, with their words.',
      `Ranges start at 30 scored conversations: ${30 - conversations} more.`,
    );
  }
  return at(
    'one',
    'The moments of this conversation, with their words.',
    'Ranges start at 30 scored conversations: 29 more.',
  );
}

function minutes(seconds: number): string {
  const rounded = Math.max(1, Math.round(seconds / 60));
  return rounded === 1 ? 'one minute' : `${rounded} minutes`;
}
