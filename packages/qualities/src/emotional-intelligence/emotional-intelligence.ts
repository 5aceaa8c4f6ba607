/** Emotional intelligence: does the tone of the reply answer a strong or rising feeling? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { acknowledgementOf } from '../thread/acknowledgement.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { firstSurely, firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { feelingActs, fixActs, isFalling, isLoud, isStrong, stake, troubleActs } from '../thread/voiced.ts';
import { examples } from './examples.ts';

export const emotionalIntelligence: QualityDefinition = {
  id: 'emotional-intelligence',
  question: 'Where the customer’s feeling was strong or clearly rising, did the reply change its tone to meet it?',
  why: 'A script that goes on as if nothing were felt makes anger grow; a word that meets it lets people listen again.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const moments: Moment[] = [];
    for (const exchange of thread.exchanges) {
      if (!isStrong(exchange) && !isFalling(exchange)) continue;
      const trigger = feltSentence(exchange);
      if (!trigger) continue;
      const weight = weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence);
      moments.push(momentOf('emotional-intelligence', { trigger, weight, ...judge(thread, exchange) }));
    }
    return moments;
  },
  examples,
};

const feltSentence = (exchange: Exchange): Spot | undefined =>
  firstThat(exchange.asked, 'insult', 'complain', 'threaten-to-leave', 'escalate') ??
  firstThat(exchange.asked, ...feelingActs) ??
  exchange.asked.find((spot) => spotDoesAny(spot, troubleActs) && (isLoud(spot) || stake.test(spot.sentence.text)));

const judge = (thread: Thread, exchange: Exchange): Finding => {
  const inflames = firstSurely(exchange.reply, 'mirror-hostility', 'dismiss', 'blame', 'rush');
  if (inflames) return inflamed(inflames);
  const found = acknowledgementOf(thread, exchange);
  if (found?.kind === 'case') return meetsTheMood(found.spot);
  const owns = firstThat(exchange.reply, 'own', 'personal-touch');
  if (found && owns) return meetsTheMood(owns);
  if (found) return setPhrase(found.spot);
  const fix = firstThat(exchange.reply, 'own', ...fixActs);
  if (fix) return calmByAction(fix);
  const warm = firstThat(exchange.reply, 'personal-touch', 'restate');
  if (warm) return calmByAction(warm);
  return sameScript(exchange.reply[0]);
};

const meetsTheMood = (response: Spot): Finding => ({
  rule: 'meets-the-mood',
  verdict: 'met',
  response,
  why: 'The reply turns to how the customer feels before going on.',
  confidence: 0.7,
});

const inflamed = (response: Spot): Finding => ({
  rule: 'inflames',
  verdict: 'missed',
  response,
  why: 'This sentence adds to the anger instead of easing it.',
  confidence: 0.75,
});

const setPhrase = (response: Spot): Finding => ({
  rule: 'set-phrase',
  verdict: 'partly',
  response,
  why: 'A set phrase answers a strong feeling; the tone stays the same.',
});

const calmByAction = (response: Spot): Finding => ({
  rule: 'calm-by-action',
  verdict: 'partly',
  response,
  why: 'The reply acts on the matter; the feeling itself gets no word.',
});

const sameScript = (response: Spot | undefined): Finding => ({
  rule: 'same-script',
  verdict: 'missed',
  response,
  why: 'The customer is upset and the reply goes on as if nothing were felt.',
});
