/** Responsiveness: were waits within what the channel allows, and did updates come before they were asked for? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { examples } from './examples.ts';
import { spokenTime, type Target, targetFor } from './targets.ts';

export const responsiveness: QualityDefinition = {
  id: 'responsiveness',
  question: 'Did answers come within the channel’s time, and updates before anybody had to ask?',
  why: 'Silence is read as nobody caring; a short word in time is worth more than a perfect one late.',
  findMoments: (reading, agent, options) => {
    const thread = threadOf(reading, agent);
    const target = targetFor(reading.conversation.channel, options);
    return thread.exchanges
      .flatMap((exchange) => {
        const finding = judge(thread, exchange, target, reading.conversation.channel);
        return finding
          ? [
              momentOf('responsiveness', {
                trigger: mainPoint(exchange.asked),
                response: exchange.reply[0],
                ...finding,
              }),
            ]
          : [];
      })
      .concat(chasedAtTheEnd(thread));
  },
  examples,
};

/** Somebody waits who asked, reported or sent something; thanks and goodbyes leave nobody waiting. */
const waitingActs = [
  'ask',
  'state-problem',
  'complain',
  'repeat',
  'chase',
  'deny-resolved',
  'escalate',
  'confused',
] as const;
const leavesNobodyWaiting = ['confirm-resolved', 'thank', 'farewell', 'feedback'] as const;
const asksNothing = [...leavesNobodyWaiting, 'greet'] as const;

const judge = (thread: Thread, exchange: Exchange, target: Target, channel: string): Finding | null => {
  if (exchange.asked.length === 0 || exchange.afterColleague) return null;
  const inherited = exchange.position === 0 && thread.colleagues.length > 0;
  const wait = exchange.waitSeconds;
  const prompt = wait !== null && wait <= target.promptSeconds;
  const chase = firstThat(exchange.asked, 'chase');
  if (chase && !inherited && (exchange.position > 0 || !prompt)) return hadToChase(chase);
  if (wait === null) return null;
  if (prompt) return withinTarget(wait);
  if (inherited || !isWaiting(thread, exchange)) return null;
  return wait < target.tolerableSeconds ? slow(wait, channel) : tooLate(wait);
};

/**
 * After a promise to come back, an answer from the customer that asks for nothing is no wait. Whoever writes first and says
 * more than thanks waits, however it is put.
 */
const isWaiting = (thread: Thread, exchange: Exchange): boolean => {
  if (firstThat(exchange.asked, ...waitingActs)) return true;
  if (exchange.position === 0) return exchange.asked.some((spot) => !spotDoesAny(spot, asksNothing));
  const before = thread.exchanges[exchange.position - 1];
  if (before && firstThat(before.reply, 'promise', 'ask-to-wait', 'check-resolved')) return false;
  return firstThat(exchange.asked, ...leavesNobodyWaiting) === undefined;
};

/** The customer's last words ask for news and nobody came back. */
const chasedAtTheEnd = (thread: Thread): Moment[] => {
  const last = thread.exchanges.at(-1);
  const chase = last && thread.closes ? firstThat(last.next, 'chase') : undefined;
  if (!chase) return [];
  return [
    momentOf('responsiveness', {
      rule: 'chase-unanswered',
      verdict: 'missed',
      trigger: chase,
      why: 'The customer asks for news and gets no answer.',
      weight: 3,
    }),
  ];
};

const withinTarget = (seconds: number): Finding => ({
  rule: 'within-target',
  verdict: 'met',
  why: `The reply came within ${spokenTime(seconds)}.`,
  confidence: 0.85,
});

const slow = (seconds: number, channel: string): Finding => ({
  rule: 'slower-than-target',
  verdict: 'partly',
  why: `The customer waited ${spokenTime(seconds)}, long for ${channel === 'email' ? 'e-mail' : channel}.`,
  weight: 2,
  confidence: 0.8,
});

const tooLate = (seconds: number): Finding => ({
  rule: 'far-beyond-target',
  verdict: 'missed',
  why: `The customer waited ${spokenTime(seconds)} for this reply.`,
  weight: 3,
  confidence: 0.85,
});

const hadToChase = (trigger: Spot): Finding => ({
  rule: 'had-to-chase',
  verdict: 'missed',
  trigger,
  why: 'The customer had to ask for news before this reply came.',
  weight: 3,
  confidence: 0.75,
});
