/** Humility: is a fault owned without excuses, and a no said with reason, regret and another way? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { firstSurely, firstThat, type Spot, spotDoesAny, surelyDoesAny, sureness } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { unhappy } from '../thread/voiced.ts';
import { admitsFault, blamingApology, givesReason, mereUnavailability, regrets } from './cues.ts';
import { examples } from './examples.ts';

export const humility: QualityDefinition = {
  id: 'humility',
  question: 'Was a fault owned without excuses, and a no said with a reason, regret and another way?',
  why: 'An excuse asks the customer to carry the company’s fault; owning it gives the trust back.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    return [...faultMoments(thread), ...refusalMoments(thread)];
  },
  examples,
};

/** One moment for the fault as a whole: customers do not ask for it to be owned in every reply. */
const faultMoments = (thread: Thread): Moment[] => {
  const opened = thread.exchanges.find(complainsOfUs);
  const trigger = opened?.asked.find((spot) =>
    spotDoesAny(spot, ['complain', 'chase', 'escalate', 'repeat', 'insult']),
  );
  const owned = thread.replies.find(owns);
  const blames = thread.replies.find(
    (spot) => surelyDoesAny(spot, ['blame']) || blamingApology.test(spot.sentence.text),
  );
  const sorry = firstThat(thread.replies, 'apologise');
  if (!opened && !owned && !blames) return [];
  const exchange = opened ?? exchangeOf(thread, owned ?? blames);
  const weight = weightOf(thread.exchanges.length - 1, thread.exchanges.length, exchange?.mood?.valence);
  const place = { trigger: trigger ?? mainPoint(exchange?.asked ?? []), weight };
  const finding = judgeFault(thread, owned, blames, sorry);
  return finding ? [momentOf('humility', { ...place, ...finding })] : [];
};

const complainsOfUs = (exchange: Exchange): boolean =>
  (exchange.mood?.valence ?? 0) <= unhappy &&
  exchange.asked.some((spot) => spotDoesAny(spot, ['complain', 'chase', 'escalate', 'insult']));

const owns = (spot: Spot): boolean =>
  admitsFault.test(spot.sentence.text) && !surelyDoesAny(spot, ['blame', 'dismiss', 'mirror-hostility']);

const exchangeOf = (thread: Thread, spot: Spot | undefined): Exchange | undefined =>
  thread.exchanges.find((exchange) => spot && exchange.reply.includes(spot));

const judgeFault = (thread: Thread, owned?: Spot, blames?: Spot, sorry?: Spot): Finding | null => {
  const strongly = thread.exchanges.filter(complainsOfUs).length > 1;
  const belittles = firstSurely(thread.replies, 'dismiss', 'mirror-hostility');
  if (blames && !owned) return shiftsBlame(blames);
  if (belittles && !owned) return shiftsBlame(belittles);
  if (owned && (blames || belittles)) return ownedThenExcused(blames ?? belittles ?? owned);
  if (owned) return ownsIt(owned);
  const takesOn = firstThat(thread.replies, 'own');
  if (sorry && takesOn) return ownsIt(sorry);
  if (sorry ?? takesOn) return sorryOnly(sorry ?? takesOn);
  const fix = firstThat(thread.replies, 'offer-solution', 'give-goodwill', 'offer-alternative');
  if (fix) return fixWithoutWord(fix);
  return strongly ? notOwned(thread.exchanges.at(-1)?.reply[0]) : null;
};

const refusalMoments = (thread: Thread): Moment[] => {
  const found: Moment[] = [];
  for (const exchange of thread.exchanges) {
    const refusal = exchange.reply.find(isRefusal);
    if (!refusal) continue;
    const weight = weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence);
    const trigger = exchange.asked.findLast((spot) =>
      spotDoesAny(spot, ['ask', 'state-problem', 'complain', 'repeat']),
    );
    found.push(
      momentOf('humility', {
        trigger: trigger ?? mainPoint(exchange.asked),
        weight,
        ...judgeRefusal(exchange, refusal),
      }),
    );
  }
  return found;
};

/** Something being sold out or not understood is no refusal. */
const isRefusal = (spot: Spot): boolean =>
  sureness(spot, 'refuse') >= 0.65 && !mereUnavailability.test(spot.sentence.text);

const judgeRefusal = (exchange: Exchange, refusal: Spot): Finding => {
  const hurt = firstSurely(exchange.reply, 'blame', 'dismiss', 'mirror-hostility');
  const regret =
    firstThat(exchange.reply, 'apologise', 'acknowledge-feeling', 'own') ??
    exchange.reply.find((spot) => regrets.test(spot.sentence.text));
  const way = firstThat(exchange.reply, 'offer-alternative', 'offer-solution', 'give-goodwill', 'promise');
  const reason = exchange.reply.some((spot) => givesReason.test(spot.sentence.text));
  if (hurt) return noWithBlame(hurt);
  const graces = [regret, way, reason].filter(Boolean).length;
  if (way && graces >= 2) return gracefulNo(way);
  if (graces >= 1) return halfNo(refusal);
  return flatNo(refusal);
};

const ownsIt = (response: Spot): Finding => ({
  rule: 'owns-the-fault',
  verdict: 'met',
  response,
  why: 'The reply owns the fault without an excuse.',
  confidence: 0.75,
});

const ownedThenExcused = (response: Spot): Finding => ({
  rule: 'owned-then-excused',
  verdict: 'partly',
  response,
  why: 'The fault is owned, and this sentence takes some of it back.',
});

const shiftsBlame = (response: Spot): Finding => ({
  rule: 'shifts-blame',
  verdict: 'missed',
  response,
  why: 'The reply puts the fault elsewhere.',
  confidence: 0.7,
});

const sorryOnly = (response: Spot | undefined): Finding => ({
  rule: 'sorry-without-owning',
  verdict: 'partly',
  response,
  why: 'There is regret or care, but no word on whose fault it was.',
});

const fixWithoutWord = (response: Spot): Finding => ({
  rule: 'fix-without-a-word-of-fault',
  verdict: 'partly',
  response,
  why: 'It is put right without a word on what went wrong.',
});

const notOwned = (response: Spot | undefined): Finding => ({
  rule: 'fault-not-owned',
  verdict: 'missed',
  response,
  why: 'The customer says that we failed them; the reply does not own it.',
  confidence: 0.5,
});

const gracefulNo = (response: Spot): Finding => ({
  rule: 'graceful-no',
  verdict: 'met',
  response,
  why: 'The no comes with another way and a reason or regret.',
  confidence: 0.7,
});

const halfNo = (response: Spot): Finding => ({
  rule: 'half-explained-no',
  verdict: 'partly',
  response,
  why: 'The no has a reason or regret, but nothing the customer could do instead.',
});

const noWithBlame = (response: Spot): Finding => ({
  rule: 'no-with-blame',
  verdict: 'missed',
  response,
  why: 'The no comes with blame.',
});

const flatNo = (response: Spot): Finding => ({
  rule: 'flat-no',
  verdict: 'missed',
  response,
  why: 'A flat no: no reason, no regret, no other way.',
});
