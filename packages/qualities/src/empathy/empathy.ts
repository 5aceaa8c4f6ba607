/** Empathy: was the trouble seen, in words about this case, where it was voiced? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { type Acknowledgement, acknowledgementOf } from '../thread/acknowledgement.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { firstSurely, type Spot, spotDoesAny, surelyDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { hurtingActs, voicedTrouble } from '../thread/voiced.ts';
import { examples } from './examples.ts';

export const empathy: QualityDefinition = {
  id: 'empathy',
  question: 'Where a customer voiced trouble or a bad feeling, did the next reply show that it was seen?',
  why: 'People can wait for a fix once they know that somebody has understood what it costs them.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const moments: Moment[] = [];
    let seenBefore: Acknowledgement | null = null;
    const later = new LaterCare(thread);
    for (const exchange of thread.exchanges) {
      const trigger = voicedTrouble(exchange);
      if (!trigger) continue;
      if (moments.length > 0 && !isFreshPain(exchange)) continue;
      const finding = judge(thread, exchange, seenBefore, later);
      const weight = weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence);
      moments.push(momentOf('empathy', { trigger, ...finding, weight: seenBefore ? weight * 0.5 : weight }));
      seenBefore ??= acknowledgementOf(thread, exchange);
    }
    return moments;
  },
  examples,
};

/** Later words open a new moment only when they bring more than an answer: a new complaint, a loss, anger. */
const isFreshPain = (exchange: Exchange): boolean =>
  exchange.asked.some((spot) =>
    spotDoesAny(spot, ['complain', 'insult', 'escalate', 'threaten-to-leave', 'personal-fact', 'deny-resolved']),
  );

const judge = (thread: Thread, exchange: Exchange, seenBefore: Acknowledgement | null, later: LaterCare): Finding => {
  const found = acknowledgementOf(thread, exchange);
  const hurt = firstSurely(exchange.reply, ...hurtingActs);
  if (found?.kind === 'case' && hurt && surelyDoesAny(found.spot, ['acknowledge-feeling'])) return takenBack(hurt);
  if (hurt) return brushedAside(hurt);
  if (found?.kind === 'case') return namesTheCase(found.spot);
  if (found && seenBefore?.kind === 'stock') return sameLineAgain(found.spot);
  if (found) return stockOnly(found.spot);
  return laterOrNever(exchange, later.after(exchange));
};

const namesTheCase = (response: Spot): Finding => ({
  rule: 'names-the-case',
  verdict: 'met',
  response,
  why: 'The reply names what happened to this customer.',
  confidence: 0.75,
});

const takenBack = (response: Spot): Finding => ({
  rule: 'seen-but-taken-back',
  verdict: 'partly',
  response,
  why: 'The trouble is named, and then taken back by this sentence.',
});

const brushedAside = (response: Spot): Finding => ({
  rule: 'brushed-aside',
  verdict: 'missed',
  response,
  why: 'The trouble is brushed aside rather than seen.',
  confidence: 0.7,
});

const stockOnly = (response: Spot): Finding => ({
  rule: 'stock-words-only',
  verdict: 'partly',
  response,
  why: 'The words of care would fit any case; what happened here is not named.',
});

const sameLineAgain = (response: Spot): Finding => ({
  rule: 'same-line-again',
  verdict: 'missed',
  response,
  why: 'The same general line is used again; what happened here is still not named.',
});

const laterOrNever = (exchange: Exchange, later: Acknowledgement | null): Finding =>
  later
    ? {
        rule: 'seen-later',
        verdict: 'partly',
        response: later.spot,
        why: 'The trouble is seen, but only in a later reply.',
      }
    : {
        rule: 'straight-to-process',
        verdict: 'missed',
        response: exchange.reply[0],
        why: 'The reply goes straight to the matter; what this means for the customer is not mentioned.',
      };

/** The next reply that names the case. Exchanges are asked about in their order, so none is looked at twice. */
class LaterCare {
  private readonly thread: Thread;
  private next = 0;

  constructor(thread: Thread) {
    this.thread = thread;
  }

  after({ position }: Exchange): Acknowledgement | null {
    const { exchanges } = this.thread;
    for (this.next = Math.max(this.next, position + 1); this.next < exchanges.length; this.next += 1) {
      const exchange = exchanges[this.next];
      const found = exchange ? acknowledgementOf(this.thread, exchange) : null;
      if (found?.kind === 'case') return found;
    }
    return null;
  }
}
