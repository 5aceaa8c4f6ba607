/** A stored deck as the page gets it: the machine's verdict only where the person has given theirs. */
import type { CheckCard, CheckDeck, QualityId, ScoreVerdict } from '@rapport/contract';
import { estimateProportion } from '@rapport/statistics';
import type { CardMessage, StoredCard, StoredDeck } from '../store/checks.ts';

export function writeDeck(deck: StoredDeck, questionOf: (quality: QualityId) => string): CheckDeck {
  const answered = deck.cards.filter(({ answered }) => answered !== null);
  const agreed = answered.filter((card) => card.answered === card.moment.verdict).length;
  const agreement = estimateProportion({ passed: agreed, n: answered.length });
  return {
    id: deck.id,
    cards: deck.cards.map((card) => writeCard(card, questionOf(card.quality))),
    agreed,
    answered: answered.length,
    agreement,
    sentence: describeAgreement({ agreed, answered: answered.length, ...rangeOf(agreement), cards: deck.cards.length }),
    discuss: chooseToDiscuss(answered).map(({ position }) => String(position)),
  };
}

function writeCard(card: StoredCard, question: string): CheckCard {
  const { verdict, response, why, confidence } = card.moment;
  return {
    id: String(card.position),
    position: card.position,
    quality: card.quality,
    question,
    conversationId: card.conversationId,
    excerpt: cutExcerpt(card),
    trigger: card.moment.trigger,
    answered: card.answered,
    machine: card.answered === null ? null : { verdict, response, why, confidence },
  };
}

/** As many messages as ten seconds allow to read. */
const longestExcerpt = 6;

/**
 * The place in the conversation: from one message before the words that called for the quality to the reply, or to the
 * next reply where the machine saw none. It must not show by its end where the machine looked, so one more follows.
 */
export function cutExcerpt({ messages, moment }: Pick<StoredCard, 'messages' | 'moment'>): CardMessage[] {
  const placeOf = (id: string | undefined) => messages.findIndex((message) => message.id === id);
  const responseAt = placeOf(moment.response?.messageId);
  const calledAt = moment.trigger === null ? responseAt : placeOf(moment.trigger.messageId);
  const start = Math.max(0, calledAt - 1);
  const nextReply = messages.findIndex(({ role }, place) => role === 'agent' && place > calledAt);
  const end = Math.max(calledAt, responseAt, nextReply) + 2;
  const excerpt = messages.slice(start, end);
  if (excerpt.length <= longestExcerpt) return excerpt;
  // Long ways between the two are cut in the middle of nothing: the beginning and the reply stay.
  const reply = messages.slice(Math.max(responseAt, nextReply), end);
  return [...excerpt.slice(0, longestExcerpt - reply.length), ...reply];
}

function rangeOf({ lower, upper }: { lower: number | null; upper: number | null }) {
  return { lower: lower ?? 0, upper: upper ?? 1 };
}

/** @example 'You and Rapport agreed on 8 of 10 (likely 5 to 9).' */
export function describeAgreement(counts: {
  agreed: number;
  answered: number;
  lower: number;
  upper: number;
  cards: number;
}): string {
  const { agreed, answered, lower, upper, cards } = counts;
  if (answered === 0) return `${cards} moments, your verdict first.`;
  const range = `likely ${Math.round(lower * answered)} to ${Math.round(upper * answered)}`;
  const sentence = `You and Rapport agreed on ${agreed} of ${answered} (${range}).`;
  return answered < cards ? `${sentence} ${cards - answered} more to go.` : sentence;
}

/** The two that teach most: verdicts furthest apart first, then those of which the machine was surest. */
function chooseToDiscuss(answered: readonly StoredCard[]): StoredCard[] {
  const apart = (card: StoredCard) => distance(card.answered, card.moment.verdict);
  return answered
    .filter((card) => apart(card) > 0)
    .sort((one, other) => apart(other) - apart(one) || other.moment.confidence - one.moment.confidence)
    .slice(0, 2);
}

/** "No opportunity" is another answer to another question, as far from every verdict as missed is from met. */
function distance(one: ScoreVerdict | null, other: ScoreVerdict): number {
  const steps: Record<ScoreVerdict, number | null> = { missed: 0, partly: 1, met: 2, 'no-opportunity': null };
  const [from, to] = [one === null ? null : steps[one], steps[other]];
  if (one === other) return 0;
  return from === null || to === null ? 2 : Math.abs(from - to);
}
