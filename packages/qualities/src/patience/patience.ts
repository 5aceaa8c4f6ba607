/** Patience: the manner of replies under repetition, confusion, slowness or anger. */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { acknowledgementOf } from '../thread/acknowledgement.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { reactionTo } from '../thread/reaction.ts';
import { SaidBefore } from '../thread/said-before.ts';
import { firstSurely, firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { isStrong } from '../thread/voiced.ts';
import { asAlreadySaid } from './cues.ts';
import { examples } from './examples.ts';

export const patience: QualityDefinition = {
  id: 'patience',
  question: 'Under repetition, confusion or anger, did the replies stay unhurried and explain anew?',
  why: 'Being hurried tells people that they are a burden; being given time tells them that they are welcome.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const moments: Moment[] = [];
    const said = new SaidBefore(8, 0.8);
    let known = 0;
    for (const exchange of thread.exchanges) {
      const trigger = tryingSentence(exchange);
      if (!trigger) continue;
      for (; known < exchange.position; known += 1)
        for (const spot of thread.exchanges[known]?.reply ?? []) said.add(spot);
      const weight = weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence);
      moments.push(momentOf('patience', { trigger, weight, ...judge(thread, exchange, trigger, said) }));
    }
    const rushed = moments.length === 0 ? rushedCalmCustomer(thread) : null;
    return rushed ? [rushed] : moments;
  },
  examples,
};

const tryingSentence = (exchange: Exchange): Spot | undefined =>
  exchange.asked.find((spot) => spotDoesAny(spot, ['confused', 'repeat', 'insult'])) ??
  (exchange.position > 0 ? exchange.asked.find((spot) => spotDoesAny(spot, ['deny-resolved', 'chase'])) : undefined) ??
  (isStrong(exchange)
    ? exchange.asked.find((spot) => spotDoesAny(spot, ['complain', 'threaten-to-leave', 'escalate', 'chase']))
    : undefined);

const judge = (thread: Thread, exchange: Exchange, trigger: Spot, said: SaidBefore): Finding => {
  const hurried = firstSurely(exchange.reply, 'rush', 'dismiss', 'mirror-hostility');
  if (hurried) return pushed(hurried);
  const curt = firstThat(exchange.reply, 'rush', 'dismiss', 'mirror-hostility');
  if (curt) return shortWithThem(curt);
  const asSaid = exchange.reply.find((spot) => asAlreadySaid.test(spot.sentence.text));
  if (asSaid) return remindedOfIt(asSaid);
  const blames = firstSurely(exchange.reply, 'blame');
  if (blames) return remindedOfIt(blames);
  const again = exchange.reply.find((spot) => said.holds(spot));
  if (again) return repeatedItself(again);
  if (closedTooSoon(exchange)) return closedEarly(exchange.reply.at(-1));
  const seen = acknowledgementOf(thread, exchange);
  if (!seen && reactionTo(exchange) === 'badly') return notReached(exchange.reply[0]);
  const calm =
    seen?.spot ??
    firstThat(exchange.reply, 'instruct', 'inform', 'restate', 'check-resolved', 'own', 'offer-solution', 'ask') ??
    exchange.reply[0];
  return tookTime(calm, trigger);
};

/** Said goodbye, and the customer came back unhappy or with the same matter. */
const closedTooSoon = (exchange: Exchange): boolean =>
  firstThat(exchange.reply, 'farewell') !== undefined &&
  firstThat(exchange.reply, 'offer-solution', 'instruct', 'inform', 'promise', 'ask', 'offer-alternative') ===
    undefined &&
  exchange.next.some((spot) => spotDoesAny(spot, ['deny-resolved', 'repeat', 'complain', 'ask', 'confused']));

const rushedCalmCustomer = (thread: Thread): ReturnType<typeof momentOf> | null => {
  for (const exchange of thread.exchanges) {
    const response = firstSurely(exchange.reply, 'rush');
    if (response) return momentOf('patience', { ...pushed(response), trigger: mainPoint(exchange.asked), weight: 1.5 });
  }
  return null;
};

const pushed = (response: Spot): Finding => ({
  rule: 'pushed-on',
  verdict: 'missed',
  response,
  why: 'The reply hurries or puts off a customer who needs more time.',
  confidence: 0.75,
});

const shortWithThem = (response: Spot): Finding => ({
  rule: 'short-with-the-customer',
  verdict: 'partly',
  response,
  why: 'This sentence is short with a customer who needs more time.',
  confidence: 0.5,
});

const remindedOfIt = (response: Spot): Finding => ({
  rule: 'as-already-said',
  verdict: 'partly',
  response,
  why: 'The reply explains again but lets the customer feel that it is the second time.',
});

const repeatedItself = (response: Spot): Finding => ({
  rule: 'same-words-again',
  verdict: 'partly',
  response,
  why: 'The explanation comes back in the same words that did not help before.',
});

const notReached = (response: Spot | undefined): Finding => ({
  rule: 'calm-but-not-reached',
  verdict: 'partly',
  response,
  why: 'The reply is calm, but does not slow down to where the customer is.',
});

const closedEarly = (response: Spot | undefined): Finding => ({
  rule: 'closed-too-soon',
  verdict: 'missed',
  response,
  why: 'The reply says goodbye while the customer is not done.',
});

const tookTime = (response: Spot | undefined, trigger: Spot): Finding => ({
  rule: 'took-the-time',
  verdict: 'met',
  response,
  why: spotDoesAny(trigger, ['confused'])
    ? 'The reply explains anew without hurry.'
    : 'The reply stays unhurried and with the matter.',
  confidence: 0.65,
});
