/** Professionalism: calm, polite and respectful, above all when the other side is not. */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstSurely, firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { comeback, curt, overFamiliar, profanity, shouts } from './cues.ts';
import { examples } from './examples.ts';

export const professionalism: QualityDefinition = {
  id: 'professionalism',
  question: 'Were the replies calm, polite and respectful, also under hostility?',
  why: 'A reply that loses its temper becomes the story that the customer tells.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const lapses = thread.exchanges.flatMap((exchange) => lapsesIn(exchange, thread));
    if (lapses.length > 0) return lapses;
    const response = steadiest(thread);
    return response ? [calm(thread, response)] : [];
  },
  examples,
};

const lapsesIn = (exchange: Exchange, thread: Thread): Moment[] => {
  const found = lapse(exchange, thread);
  if (!found) return [];
  const trigger = exchange.asked.find((spot) => spotDoesAny(spot, ['insult'])) ?? mainPoint(exchange.asked);
  return [momentOf('professionalism', { trigger, weight: found.verdict === 'missed' ? 2 : 1, ...found })];
};

const lapse = (exchange: Exchange, thread: Thread): Finding | null => {
  const hostile = firstSurely(exchange.reply, 'mirror-hostility');
  if (hostile && (wasProvoked(exchange) || hostile.read.hostility >= hostileFrom)) return mirrored(hostile);
  const thrownBack = exchange.reply.find((spot) => comeback.test(straight(spot.sentence.text)));
  if (thrownBack) return mirrored(thrownBack);
  const swears = exchange.reply.find((spot) => profanity.test(spot.sentence.text));
  if (swears) return swore(swears);
  const shouted = exchange.reply.find((spot) => shouts(spot.sentence.text));
  if (shouted) return raised(shouted);
  const belittles = firstThat(exchange.reply, 'dismiss', 'rush', 'mirror-hostility');
  if (belittles) return cold(belittles);
  const familiar = exchange.reply.find((spot) => overFamiliar.test(spot.sentence.text));
  if (familiar) return tooFamiliar(familiar);
  const short =
    thread.exchanges.length > 1 ? exchange.reply.find((spot) => curt.test(spot.sentence.text.trim())) : undefined;
  return short && exchange.reply.length === 1 ? cold(short) : null;
};

const straight = (text: string): string => (text.includes('’') ? text.replaceAll('’', "'") : text);

/** Hostility is given back only where there was some; alone, the message itself has to be hostile. */
const wasProvoked = (exchange: Exchange): boolean =>
  firstThat(exchange.asked, 'insult', 'complain', 'threaten-to-leave', 'escalate') !== undefined;
const hostileFrom = 0.5;

const steadiest = (thread: Thread): Spot | undefined =>
  firstThat(thread.replies, 'apologise', 'acknowledge-feeling', 'thank', 'greet', 'own', 'offer-more-help') ??
  thread.replies[0];

const calm = (thread: Thread, response: Spot): Moment => {
  const insulted = thread.exchanges.find((exchange) => exchange.asked.some((spot) => spotDoesAny(spot, ['insult'])));
  return momentOf('professionalism', {
    rule: insulted ? 'calm-under-hostility' : 'polite-throughout',
    verdict: 'met',
    trigger:
      insulted?.asked.find((spot) => spotDoesAny(spot, ['insult'])) ?? mainPoint(thread.exchanges[0]?.asked ?? []),
    response: insulted?.reply[0] ?? response,
    why: insulted ? 'The reply stays calm under hostile words.' : 'The words are polite throughout.',
    weight: insulted ? 2 : 1,
    confidence: 0.8,
  });
};

const mirrored = (response: Spot): Finding => ({
  rule: 'mirrors-hostility',
  verdict: 'missed',
  response,
  why: 'The reply gives the hostility back.',
  confidence: 0.8,
});

const swore = (response: Spot): Finding => ({
  rule: 'profanity',
  verdict: 'missed',
  response,
  why: 'The reply contains a swear word.',
  confidence: 0.9,
});

const raised = (response: Spot): Finding => ({
  rule: 'shouting',
  verdict: 'partly',
  response,
  why: 'Capital letters read as shouting.',
});

const cold = (response: Spot): Finding => ({
  rule: 'curt-or-belittling',
  verdict: 'partly',
  response,
  why: 'This sentence reads as curt or belittling.',
});

const tooFamiliar = (response: Spot): Finding => ({
  rule: 'over-familiar',
  verdict: 'partly',
  response,
  why: 'The address is more familiar than the moment allows.',
});
