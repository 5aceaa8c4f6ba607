/**
 * One conversation in, everything the product says about it out: every author's replies on all fourteen
 * qualities with the words that prove it, the customer's feeling, promises, goodwill and the order of care.
 *
 * Pure and deterministic: the same conversation and options give the same answer in Node, a worker or a browser.
 *
 *     const score = scoreConversation(conversation, {});
 *     score.agents[0]?.qualities.empathy.verdict; // 'met' | 'partly' | 'missed' | 'no-opportunity'
 */
import type {
  AgentAssessment,
  Conversation,
  ConversationScore,
  Moment,
  NoScoreReason,
  NotScoredReason,
  QualityId,
  QualityScore,
} from '@rapport/contract';
import { allQualities } from './all-qualities.ts';
import { findOrderOfCare } from './care/find-order-of-care.ts';
import { findSignals } from './care/find-signals.ts';
import { findGoodwill } from './goodwill/find-goodwill.ts';
import { isExceptional } from './is-exceptional.ts';
import { overallVerdict, scoreOf } from './overall-verdict.ts';
import { findPromises } from './promises/find-promises.ts';
import type { QualityDefinition } from './quality-definition.ts';
import { readConversation } from './read-conversation.ts';
import { authorKey, type Reading, type ReadOptions } from './reading.ts';
import { scorerVersion } from './scorer-version.ts';
import { findWeighedMoments } from './weighing/weigh-moments.ts';

export interface ScoreOptions extends ReadOptions {
  /** Which qualities to look for, in any order; all fourteen by default. Those left out are "no opportunity". */
  qualities?: readonly QualityDefinition[];
}

/** Fewer words than this in all replies of an author give nothing to judge. */
export const fewestWords = 4;

export const scoreConversation = (conversation: Conversation, options: ScoreOptions = {}): ConversationScore =>
  scoreReading(readConversation(conversation, options), options);

/** For callers that already hold a reading, such as the draft check. */
export const scoreReading = (reading: Reading, options: ScoreOptions = {}): ConversationScore => {
  const { conversation } = reading;
  const agents = hasCustomer(reading) ? agentsOf(reading).map((agent) => assess(reading, agent, options)) : [];
  return {
    conversationId: conversation.id,
    agents,
    customerEmotion: reading.messages.flatMap(({ emotion }) => emotion ?? []),
    promises: findPromises(reading),
    goodwill: findGoodwill(reading),
    orderOfCare: findOrderOfCare(reading, agents.flatMap(momentsOf)),
    signals: findSignals(reading),
    exceptional: isExceptional(reading, agents),
    notScored: notScored(reading, agents),
    language: mainLanguage(reading),
    scorerVersion,
  };
};

const momentsOf = ({ qualities }: AgentAssessment): Moment[] =>
  Object.values(qualities).flatMap(({ moments }) => moments);

interface Author {
  key: string;
  name: string;
  id: string | undefined;
  /** Why nothing of theirs is judged, if so. */
  reason: NoScoreReason | null;
}

/** Every author with a public reply of their own; auto-replies alone make nobody an author. */
const agentsOf = (reading: Reading): Author[] => {
  const authors = new Map<string, Author>();
  for (const { message, scorable, language } of reading.messages) {
    if (message.role !== 'agent' || message.visibility !== 'public') continue;
    const key = authorKey(message);
    const foreign = !scorable && language !== null && language !== 'en';
    if (authors.has(key) || !(scorable || foreign)) continue;
    const reason = reading.agents.includes(key) ? tooLittle(reading, key) : 'language';
    authors.set(key, { key, name: message.author, id: message.authorId, reason });
  }
  return [...authors.values()];
};

const tooLittle = (reading: Reading, key: string): NoScoreReason | null => {
  let words = 0;
  for (const { message, scorable, sentences } of reading.messages) {
    if (!scorable || authorKey(message) !== key) continue;
    for (const sentence of sentences) words += sentence.words.length;
    if (words >= fewestWords) return null;
  }
  return 'too-little-text';
};

const assess = (reading: Reading, author: Author, options: ScoreOptions): AgentAssessment => {
  const found = new Map<QualityId, Moment[]>();
  if (!author.reason)
    for (const quality of options.qualities ?? allQualities)
      found.set(quality.id, findWeighedMoments(quality, reading, author.key, options));
  const scores = allQualities.map(({ id }) => [id, scoreQuality(found.get(id) ?? [], author.reason)] as const);
  return {
    agent: author.name,
    ...(author.id === undefined ? {} : { agentId: author.id }),
    // The cast is safe: `allQualities` holds each id of the closed list once, which its test keeps true.
    qualities: Object.fromEntries(scores) as Record<QualityId, QualityScore>,
  };
};

const scoreQuality = (moments: Moment[], reason: NoScoreReason | null): QualityScore => {
  if (reason || moments.length === 0)
    return {
      score: null,
      verdict: 'no-opportunity',
      reason: reason ?? 'no-opportunity',
      confidence: reason ? 1 : 0.6,
      moments: [],
    };
  return {
    score: Math.round(scoreOf(moments) * 10) / 10,
    verdict: overallVerdict(moments),
    confidence: confidenceOf(moments),
    moments,
  };
};

/** Weighted like the verdict itself, so that a sure moment of no weight lends it nothing. */
const confidenceOf = (moments: readonly Moment[]): number => {
  const total = moments.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return Math.min(...moments.map(({ confidence }) => confidence));
  return Math.round((moments.reduce((sum, one) => sum + one.weight * one.confidence, 0) / total) * 100) / 100;
};

const hasCustomer = ({ messages }: Reading): boolean =>
  messages.some(({ message }) => message.role === 'customer' && message.visibility === 'public');

const notScored = (reading: Reading, agents: readonly AgentAssessment[]): NotScoredReason | null => {
  if (!hasCustomer(reading)) return 'no-customer';
  if (agents.length === 0) {
    const bots = reading.messages.some(
      ({ message, scorable }) =>
        message.visibility === 'public' && (message.role === 'bot' || (message.role === 'agent' && !scorable)),
    );
    return bots ? 'bot-only' : 'no-agent-reply';
  }
  const reasons = agents.map((agent) => agent.qualities.professionalism.reason);
  if (reasons.every((reason) => reason === 'language')) return 'language';
  if (reasons.every((reason) => reason === 'language' || reason === 'too-little-text')) return 'too-little-text';
  return null;
};

/** The language of most public letters; null where no message's language could be told. */
const mainLanguage = ({ messages }: Reading): string | null => {
  const letters = new Map<string, number>();
  for (const { message, language } of messages)
    if (language && message.visibility === 'public')
      letters.set(language, (letters.get(language) ?? 0) + message.text.length);
  const [first] = [...letters].sort((one, other) => other[1] - one[1]);
  return first?.[0] ?? null;
};
