/** Appreciation: is there a sincere, specific thank you where there was something to thank for? */
import type { QualityDefinition } from '../quality-definition.ts';
import { sharedWords } from '../thread/content-words.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstThat, lastThat, type Spot, spotDoes, surelyDoesAny } from '../thread/spot.ts';
import { type Thread, threadOf } from '../thread/thread-of.ts';
import { bareThanks, onRequest, roteThanks, tookTrouble } from './cues.ts';
import { examples } from './examples.ts';

export const appreciation: QualityDefinition = {
  id: 'appreciation',
  question: 'Was there a sincere and specific thank you where there was something to thank for?',
  why: 'A thank you that names what somebody did tells them that it counted.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const trigger = somethingToThankFor(thread);
    if (!trigger) return [];
    return [momentOf('appreciation', { trigger, ...judge(thread), weight: 1 })];
  },
  examples,
};

/** Feedback first; then the end of a conversation with more than two replies; then a wait or trouble taken on request. */
const somethingToThankFor = (thread: Thread): Spot | undefined => {
  const feedback = thread.customer.find((spot) => surelyDoesAny(spot, ['feedback']));
  if (feedback) return feedback;
  if (thread.exchanges.length > 2)
    return lastThat(thread.customer, 'thank', 'confirm-resolved') ?? mainPoint(thread.exchanges.at(-1)?.asked ?? []);
  return thread.customer.find((spot) => surelyDoesAny(spot, ['chase'])) ?? troubleTaken(thread);
};

const troubleTaken = ({ exchanges }: Thread): Spot | undefined =>
  exchanges
    .slice(1)
    .flatMap((exchange) => exchange.asked)
    .find((spot) => spotDoes(spot, 'answer') && tookTrouble.test(spot.sentence.text)) ??
  exchanges[0]?.asked.find(({ sentence }) => tookTrouble.test(sentence.text) && onRequest.test(sentence.text));

const judge = (thread: Thread): Finding => {
  const thanks = thread.replies.filter((spot) => spotDoes(spot, 'thank'));
  const specific = thanks.find((spot) => isSpecific(spot, thread.heard));
  if (specific) return specificThanks(specific);
  const rote = thanks[0];
  if (rote) return roteOnly(rote);
  const warm = firstThat(thread.exchanges.at(-1)?.reply ?? [], 'personal-touch');
  if (warm) return warmClose(warm);
  return none(thread.replies.at(-1));
};

const isSpecific = ({ sentence }: Spot, heard: ReadonlySet<string>): boolean => {
  if (bareThanks.test(sentence.text.trim())) return false;
  const shared = sharedWords(sentence, heard);
  if (roteThanks.test(sentence.text)) return shared >= 2;
  return shared >= 1 || sentence.words.length >= 6;
};

const specificThanks = (response: Spot): Finding => ({
  rule: 'specific-thanks',
  verdict: 'met',
  response,
  why: 'The thank you names what the customer did.',
  confidence: 0.7,
});

const roteOnly = (response: Spot): Finding => ({
  rule: 'rote-thanks',
  verdict: 'partly',
  response,
  why: 'The thank you would fit any customer.',
});

const warmClose = (response: Spot): Finding => ({
  rule: 'warm-close-without-thanks',
  verdict: 'partly',
  response,
  why: 'The close is warm, without a thank you.',
});

const none = (response: Spot | undefined): Finding => ({
  rule: 'no-thanks',
  verdict: 'missed',
  response,
  why: 'There was something to thank for, and no thank you.',
});
