/** People first: is the customer met before the problem is worked on, and left as a person at the end? */
import type { QualityDefinition } from '../quality-definition.ts';
import { acknowledgementOf } from '../thread/acknowledgement.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { firstSurely, firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { processActs, troubleActs, unhappy, voicedTrouble } from '../thread/voiced.ts';
import { asksAfterSafety } from './cues.ts';
import { examples } from './examples.ts';

export const peopleFirst: QualityDefinition = {
  id: 'people-first',
  question: 'Was the customer met before the problem was worked on, and was the close a human one?',
  why: 'A fix without a word for the person solves the case and loses the customer.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const opened = thread.exchanges.find(hasProblem);
    const trigger = opened?.asked.find((spot) => spotDoesAny(spot, troubleActs));
    if (!opened || !trigger) return [];
    const weight = weightOf(opened.position, thread.exchanges.length, opened.mood?.valence);
    const order = momentOf('people-first', { trigger, weight: weight + 1, ...judgeOrder(thread, opened) });
    const close = judgeClose(thread);
    return close ? [order, momentOf('people-first', { weight: 1, ...close })] : [order];
  },
  examples,
};

/** A wish or a plain question is no problem: trouble has to be voiced, or stated beyond doubt. */
const hasProblem = (exchange: Exchange): boolean =>
  voicedTrouble(exchange) !== undefined || firstSurely(exchange.asked, ...troubleActs) !== undefined;

const judgeOrder = (thread: Thread, opened: Exchange): Finding => {
  const found = acknowledgementOf(thread, opened);
  const safety = opened.reply.find((spot) => asksAfterSafety.test(spot.sentence.text));
  const firstProcess = opened.reply.findIndex((spot) => spotDoesAny(spot, processActs) && spot !== safety);
  if (safety) return personFirst(safety);
  if (found && (firstProcess < 0 || found.at <= firstProcess))
    return found.kind === 'case' ? personFirst(found.spot) : politeFirst(found.spot);
  if (found) return fixFirst(found.spot);
  const warm = firstThat(opened.reply, 'personal-touch', 'thank', 'own', 'restate');
  if (warm) return warmWord(warm);
  const later = thread.exchanges
    .slice(opened.position + 1)
    .map((exchange) => acknowledgementOf(thread, exchange))
    .find((one) => one?.kind === 'case');
  if (later) return fixFirst(later.spot);
  const polite = firstThat(opened.reply, 'greet', 'thank', 'offer-more-help', 'farewell', 'apologise');
  if (polite && !isPainful(opened)) return politeProcess(polite);
  return processOnly(opened.reply[0], opened);
};

/** Unhappy words or something at stake: then politeness alone does not meet the person. */
const isPainful = (exchange: Exchange): boolean => voicedTrouble(exchange) !== undefined;

const judgeClose = (thread: Thread): Finding | null => {
  const last = thread.exchanges.at(-1);
  if (!last || !thread.closes || thread.exchanges.length < 2) return null;
  const human = firstThat(last.reply, 'personal-touch', 'acknowledge-feeling', 'give-goodwill');
  if (human) return { rule: 'human-close', verdict: 'met', response: human, why: 'The close speaks to the person.' };
  const polite = firstThat(last.reply, 'thank', 'farewell', 'offer-more-help', 'check-resolved', 'apologise');
  if (polite)
    return {
      rule: 'polite-close',
      verdict: 'partly',
      response: polite,
      why: 'The close is polite and would fit anybody.',
    };
  const hurt = firstSurely(last.reply, 'rush', 'dismiss', 'blame', 'mirror-hostility');
  const cold = (last.mood?.valence ?? 0) <= unhappy;
  if (!hurt && !cold) return null;
  return {
    rule: 'cold-close',
    verdict: 'missed',
    response: hurt ?? last.reply.at(-1),
    why: 'The conversation ends without a word for the person.',
  };
};

const personFirst = (response: Spot): Finding => ({
  rule: 'person-before-process',
  verdict: 'met',
  response,
  why: 'The reply turns to the customer before the process.',
  confidence: 0.7,
});

const politeFirst = (response: Spot): Finding => ({
  rule: 'set-phrase-before-process',
  verdict: 'partly',
  response,
  why: 'A set phrase comes before the process; it would fit any case.',
});

const fixFirst = (response: Spot): Finding => ({
  rule: 'process-before-person',
  verdict: 'partly',
  response,
  why: 'The customer is acknowledged only after the process has begun.',
});

const warmWord = (response: Spot): Finding => ({
  rule: 'warm-word',
  verdict: 'partly',
  response,
  why: 'There is a warm word, but the trouble itself is not acknowledged first.',
});

const politeProcess = (response: Spot): Finding => ({
  rule: 'polite-process',
  verdict: 'partly',
  response,
  why: 'The reply is polite and goes to the process at once.',
});

const processOnly = (response: Spot | undefined, opened: Exchange): Finding => ({
  rule: 'process-only',
  verdict: 'missed',
  response,
  why: 'The reply goes to the process at once; the person is not met.',
  confidence: (opened.mood?.valence ?? 0) <= unhappy ? 0.7 : 0.5,
});
