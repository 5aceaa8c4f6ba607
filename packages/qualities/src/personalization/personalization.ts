/** Personalization: is what the customer told about themself used where it helps? */
import type { QualityDefinition } from '../quality-definition.ts';
import { contentWordsOf, sharedWords } from '../thread/content-words.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstThat, type Spot, spotDoes, spotDoesAny, surelyDoesAny } from '../thread/spot.ts';
import { type Thread, threadOf } from '../thread/thread-of.ts';
import { stake, troubleActs } from '../thread/voiced.ts';
import { nobodysName } from './cues.ts';
import { examples } from './examples.ts';

export const personalization: QualityDefinition = {
  id: 'personalization',
  question: 'Was what the customer told about themself used where it helps?',
  why: 'Being helped as this person, and not as a case number, is what people remember.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const facts = thread.exchanges.flatMap((exchange) => exchange.asked).filter(isPersonal);
    const trigger = facts[0];
    if (!trigger) return withoutFacts(thread);
    const finding = judge(thread, facts);
    if (finding.verdict === 'missed' && !facts.some(surelyPersonal)) return [];
    return [momentOf('personalization', { trigger, weight: facts.length > 1 ? 2 : 1, ...finding })];
  },
  examples,
};

const isPersonal = (spot: Spot): boolean =>
  spotDoes(spot, 'personal-fact') || (stake.test(spot.sentence.text) && spotDoesAny(spot, troubleActs));

/** To say that a fact was ignored, it has to be one beyond doubt. */
const surelyPersonal = (spot: Spot): boolean =>
  surelyDoesAny(spot, ['personal-fact']) || stake.test(spot.sentence.text);

const judge = (thread: Thread, facts: readonly Spot[]): Finding => {
  const told = contentWordsOf(facts);
  const hurt = (spot: Spot) => surelyDoesAny(spot, ['dismiss', 'blame', 'mirror-hostility']);
  const used = thread.replies.find((spot) => sharedWords(spot.sentence, told) >= 1 && !hurt(spot));
  const touch = firstThat(thread.replies, 'personal-touch');
  if (used && touch) return usesIt(used);
  const usedWell = thread.replies.find(
    (spot) => !hurt(spot) && sharedWords(spot.sentence, told) >= (spotDoesAny(spot, servingActs) ? 1 : 2),
  );
  if (usedWell) return usesIt(usedWell);
  if (touch) return usesIt(touch);
  if (used) return mentionsIt(used);
  const strangers = thread.replies.find((spot) => nobodysName.test(spot.sentence.text));
  return ignoresIt(strangers ?? thread.exchanges[0]?.reply[0]);
};

/** Sentences that do something for the customer; one told word in them already shows that it was used. */
const servingActs = ['offer-solution', 'offer-alternative', 'give-goodwill', 'acknowledge-feeling', 'promise'] as const;

/** Without a told fact only an extra step toward the person, or a form of address for nobody, says anything. */
const withoutFacts = (thread: Thread) => {
  const touch = firstThat(thread.replies, 'personal-touch');
  const trigger = thread.exchanges[0]?.asked[0];
  if (touch && trigger) return [momentOf('personalization', { trigger, weight: 1, ...usesIt(touch) })];
  return [];
};

const usesIt = (response: Spot): Finding => ({
  rule: 'uses-what-was-told',
  verdict: 'met',
  response,
  why: 'The reply uses what the customer told about themself.',
});

const mentionsIt = (response: Spot): Finding => ({
  rule: 'touches-what-was-told',
  verdict: 'partly',
  response,
  why: 'What the customer told is touched, but does not change the reply.',
});

const ignoresIt = (response: Spot | undefined): Finding => ({
  rule: 'ignores-what-was-told',
  verdict: 'missed',
  response,
  why: 'What the customer told about themself is not taken up.',
});
