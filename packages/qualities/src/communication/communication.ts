/** Communication: is each message clear, concise, positive, with the next step said? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import type { ReadMessage } from '../reading.ts';
import { longest, mainPoint } from '../thread/main-point.ts';
import { type Finding, momentOf } from '../thread/moment-of.ts';
import { firstThat, type Spot, spotDoes, spotDoesAny, spotsOf, surelyDoesAny } from '../thread/spot.ts';
import { type Exchange, threadOf } from '../thread/thread-of.ts';
import { unhappy } from '../thread/voiced.ts';
import { codes, everydayCodes, longSentenceWords, officialese, wallWords } from './cues.ts';
import { examples } from './examples.ts';

/** Long chats stay cheap: the first and last messages are judged one by one, those between only when they hinder. */
const judgedAtEachEnd = 6;

export const communication: QualityDefinition = {
  id: 'communication',
  question: 'Was each message clear, concise and positive, with the next step said?',
  why: 'What is not understood has to be asked again, and a list of cannots sounds like a closed door.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const quick = ['chat', 'phone', 'messaging', 'social', 'in-person'].includes(reading.conversation.channel);
    const known = new KnownCodes(thread.customer);
    const pages = thread.exchanges.flatMap((exchange) => exchange.replyMessages.map((read) => ({ exchange, read })));
    return pages.flatMap(({ exchange, read }, index): Moment[] => {
      const finding = judge(exchange, read, known, quick ? wallWords.quick : wallWords.slow);
      if (!finding) return [];
      const between = index >= judgedAtEachEnd && index < pages.length - judgedAtEachEnd;
      if (between && finding.verdict === 'met') return [];
      return [momentOf('communication', { trigger: mainPoint(exchange.asked), ...finding })];
    });
  },
  examples,
};

/** Codes the customers used themselves; gathered when a reply first holds enough codes to ask. */
class KnownCodes {
  private readonly customer: readonly Spot[];
  private known: ReadonlySet<string> | null = null;

  constructor(customer: readonly Spot[]) {
    this.customer = customer;
  }

  has(code: string): boolean {
    this.known ??= new Set(this.customer.flatMap(({ sentence }) => codes(sentence.text.toUpperCase())));
    return this.known.has(code);
  }
}

const judge = (exchange: Exchange, read: ReadMessage, known: KnownCodes, wall: number): Finding | null => {
  const spots = spotsOf([read]);
  const first = spots[0];
  if (!first) return null;
  const lost = read === exchange.replyMessages.at(-1) && exchange.next.some((spot) => spotDoes(spot, 'confused'));
  const strange = spots.find((spot) => surelyDoesAny(spot, ['jargon']) || hasStrangeCodes(spot, known));
  if (strange) return insiderWords(strange, lost);
  if (lost) return leftUnclear(longest(spots) ?? first);
  const official = spots.find((spot) => officialese.test(spot.sentence.text));
  if (official) return stiff(official);
  const closed = closedDoor(spots);
  if (closed) return negative(closed);
  const long = spots.find(({ sentence }) => sentence.words.length > longSentenceWords);
  if (long) return winding(long);
  const vague = firstThat(spots, 'hedge');
  if (vague) return vagueWords(vague);
  if (mustAskAgain(exchange, read)) return leftUnclear(longest(spots) ?? first);
  const words = spots.reduce((sum, { sentence }) => sum + sentence.words.length, 0);
  if (words > wall) return wallOfText(first);
  return clear(nextStep(spots) ?? longest(spots) ?? first);
};

const mustAskAgain = (exchange: Exchange, read: ReadMessage): boolean =>
  read === exchange.replyMessages.at(-1) &&
  (exchange.nextMood?.valence ?? 0) <= unhappy &&
  firstThat(exchange.next, 'ask', 'repeat') !== undefined;

const hasStrangeCodes = ({ sentence }: Spot, known: KnownCodes): boolean => {
  const strange = codes(sentence.text).filter((code) => !everydayCodes.has(code) && !/^\d/.test(code));
  if (strange.length < 2 || strange.filter((code) => !known.has(code)).length < 2) return false;
  const letters = sentence.text.replace(/[^\p{L}]/gu, '');
  return letters !== letters.toUpperCase();
};

/** Only what cannot be done, with nothing in the message that can. */
const closedDoor = (spots: readonly Spot[]): Spot | undefined => {
  const closed = spots.find((spot) => surelyDoesAny(spot, ['negative-framing']));
  const open = spots.some(
    (spot) =>
      spot !== closed &&
      spotDoesAny(spot, ['offer-alternative', 'offer-solution', 'instruct', 'promise', 'give-goodwill']),
  );
  return open ? undefined : closed;
};

const nextStep = (spots: readonly Spot[]): Spot | undefined =>
  spots.find((spot) => spotDoesAny(spot, ['instruct', 'promise', 'offer-solution', 'offer-alternative']));

const insiderWords = (response: Spot, lost: boolean): Finding => ({
  rule: 'insider-words',
  verdict: lost ? 'missed' : 'partly',
  response,
  why: lost
    ? 'Insider words are left unexplained, and the customer could not follow.'
    : 'Insider words are left unexplained.',
  weight: lost ? 3 : 2,
});

const leftUnclear = (response: Spot): Finding => ({
  rule: 'left-unclear',
  verdict: 'partly',
  response,
  why: 'The customer could not follow this message.',
  weight: 1.5,
});

const vagueWords = (response: Spot): Finding => ({
  rule: 'vague-words',
  verdict: 'partly',
  response,
  why: 'The wording leaves open what is the case.',
  weight: 1.5,
});

const stiff = (response: Spot): Finding => ({
  rule: 'officialese',
  verdict: 'partly',
  response,
  why: 'Official wording makes the message hard to take in.',
  weight: 1.5,
});

const negative = (response: Spot): Finding => ({
  rule: 'closed-door',
  verdict: 'partly',
  response,
  why: 'The message says what cannot be done and not what can.',
  weight: 2,
});

const winding = (response: Spot): Finding => ({
  rule: 'winding-sentence',
  verdict: 'partly',
  response,
  why: `This sentence runs on for ${response.sentence.words.length} words.`,
  weight: 1.5,
});

const wallOfText = (response: Spot): Finding => ({
  rule: 'wall-of-text',
  verdict: 'partly',
  response,
  why: 'The message is too long for this channel.',
  weight: 1.5,
});

const clear = (response: Spot): Finding => ({
  rule: 'clear-message',
  verdict: 'met',
  response,
  why: 'The message is short and clear.',
  weight: 0.6,
});
