/** Personalization: is what the customer told about themself used where it helps? */
import type { QualityDefinition } from '../quality-definition.ts';
import { contentWordsOf, sharedWords } from '../thread/content-words.ts';
import { mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstThat, type Spot, spotDoes, spotDoesAny, surelyDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { stake, troubleActs } from '../thread/voiced.ts';
import { aboutThemself, nobodysName } from './cues.ts';
import { examples } from './examples.ts';

export const personalization: QualityDefinition = {
  id: 'personalization',
  question: 'Was what the customer told about themself used where it helps?',
  why: 'Being helped as this person, and not as a case number, is what people remember.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const told = thread.exchanges.filter((exchange) => exchange.asked.some(isPersonal));
    const facts = told.flatMap((exchange) => exchange.asked.filter(isPersonal));
    const opened = told[0];
    if (!opened) return withoutFacts(thread);
    const after = thread.exchanges.slice(opened.position).flatMap((exchange) => exchange.reply);
    const finding = judge(after, facts);
    if (finding)
      return [momentOf('personalization', { trigger: facts[0], weight: facts.length > 1 ? 2 : 1, ...finding })];
    const ignored = told.find((exchange) => exchange.asked.some(surelyPersonal));
    return ignored ? [momentOf('personalization', { weight: facts.length > 1 ? 2 : 1, ...ignoresIt(ignored) })] : [];
  },
  examples,
};

const isPersonal = (spot: Spot): boolean =>
  spotDoes(spot, 'personal-fact') || (spotDoesAny(spot, troubleActs) && stake.test(spot.sentence.text));

/** To say that a fact was ignored, it has to be one beyond doubt. */
const surelyPersonal = (spot: Spot): boolean =>
  surelyDoesAny(spot, ['personal-fact']) || (isPersonal(spot) && aboutThemself.test(spot.sentence.text));

/** Null when nothing told is taken up in the replies after it was told. */
const judge = (replies: readonly Spot[], facts: readonly Spot[]): Finding | null => {
  const told = contentWordsOf(facts);
  const hurts = (spot: Spot) => surelyDoesAny(spot, ['dismiss', 'blame', 'mirror-hostility']);
  const used = replies.find((spot) => sharedWords(spot.sentence, told) >= 1 && !hurts(spot));
  const touch = firstThat(replies, 'personal-touch');
  if (used && touch) return usesIt(used);
  const usedWell = replies.find(
    (spot) => !hurts(spot) && sharedWords(spot.sentence, told) >= (spotDoesAny(spot, servingActs) ? 1 : 2),
  );
  if (usedWell ?? touch) return usesIt(usedWell ?? touch);
  return used ? mentionsIt(used) : null;
};

/** Sentences that do something for the customer; one told word in them already shows that it was used. */
const servingActs = ['offer-solution', 'offer-alternative', 'give-goodwill', 'acknowledge-feeling', 'promise'] as const;

/** Without a told fact only an extra step toward the person, or a form of address for nobody, says anything. */
const withoutFacts = (thread: Thread) => {
  const touch = firstThat(thread.replies, 'personal-touch');
  const trigger = mainPoint(thread.exchanges[0]?.asked ?? []);
  if (touch && trigger) return [momentOf('personalization', { trigger, weight: 1, ...usesIt(touch) })];
  return [];
};

const usesIt = (response: Spot | undefined): Finding => ({
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

const ignoresIt = ({ asked, reply }: Exchange): Finding => ({
  rule: 'ignores-what-was-told',
  verdict: 'missed',
  trigger: asked.find(surelyPersonal),
  response: reply.find((spot) => nobodysName.test(spot.sentence.text)) ?? reply[0],
  why: 'What the customer told about themself is not taken up.',
});
