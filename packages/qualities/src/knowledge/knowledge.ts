/** Knowledge: does a factual question get a definite, consistent answer? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { endsBadly, endsWell, reactionTo } from '../thread/reaction.ts';
import { firstThat, type Spot, spotDoes, spotDoesAny, sureness } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { examples } from './examples.ts';

export const knowledge: QualityDefinition = {
  id: 'knowledge',
  question: 'Did a factual question get a definite and consistent answer?',
  why: 'A guess sends people away twice: once with it, and once when it turns out wrong.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    return thread.exchanges.flatMap((exchange): Moment[] => {
      const trigger = factAsked(exchange);
      const finding = trigger ? judge(thread, exchange) : null;
      if (!trigger || !finding) return [];
      const weight =
        weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence) * (finding.weight ?? 1);
      return [momentOf('knowledge', { trigger, ...finding, weight })];
    });
  },
  examples,
};

const factAsked = (exchange: Exchange): Spot | undefined =>
  exchange.asked.find((spot) => spotDoes(spot, 'ask')) ??
  exchange.asked.find((spot) => spotDoesAny(spot, ['state-problem', 'repeat', 'deny-resolved']));

const definiteActs = ['inform', 'instruct', 'offer-solution', 'offer-alternative', 'refuse'] as const;

const judge = (thread: Thread, exchange: Exchange): Finding | null => {
  const definite = exchange.reply.find((spot) => spotDoesAny(spot, definiteActs) && !spotDoes(spot, 'hedge'));
  const unsure = firstThat(exchange.reply, 'hedge');
  const findsOut = firstThat(exchange.reply, 'promise', 'ask-to-wait');
  if (unsure && findsOut) return willFindOut(findsOut);
  if (unsure) return definite || sureness(unsure, 'hedge') < 0.7 ? halfSure(unsure) : guess(unsure);
  if (definite && contradicted(thread, exchange)) return didNotHold(definite);
  if (definite) return definiteAnswer(definite);
  const handed = firstThat(exchange.reply, 'transfer');
  const isQuestion = firstThat(exchange.asked, 'ask') !== undefined;
  if (handed && isQuestion && !firstThat(thread.replies, ...definiteActs)) return handedOn(handed);
  if (findsOut) return willFindOut(findsOut);
  return null;
};

/** Where all ended well, a doubt on the way was cleared up by this author too. */
const contradicted = (thread: Thread, exchange: Exchange): boolean =>
  !endsWell(thread) &&
  (reactionTo(exchange) === 'badly' || (exchange.position === thread.exchanges.length - 1 && endsBadly(thread)));

const definiteAnswer = (response: Spot): Finding => ({
  rule: 'definite-answer',
  verdict: 'met',
  response,
  why: 'The answer is definite.',
});

const halfSure = (response: Spot): Finding => ({
  rule: 'half-sure',
  verdict: 'partly',
  response,
  why: 'Part of the answer is a guess.',
});

const guess = (response: Spot): Finding => ({
  rule: 'guess',
  verdict: 'missed',
  response,
  why: 'A guess stands where a definite answer was due.',
  weight: 1.5,
});

const didNotHold = (response: Spot): Finding => ({
  rule: 'did-not-hold',
  verdict: 'partly',
  response,
  why: 'The answer is sure, and the customer’s next words show that it did not hold.',
});

const handedOn = (response: Spot): Finding => ({
  rule: 'handed-on-unanswered',
  verdict: 'missed',
  response,
  why: 'The question is handed on without an answer.',
});

const willFindOut = (response: Spot): Finding => ({
  rule: 'will-find-out',
  verdict: 'met',
  response,
  why: 'The reply says honestly that it will find out.',
  weight: 0.6,
});
