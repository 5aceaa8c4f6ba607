/** A sentence together with the message it stands in, so that a rule can quote it. */
import type { Act, Evidence } from '@rapport/contract';
import { does, doesAny, type ReadMessage, type Sentence } from '../reading.ts';

export interface Spot {
  read: ReadMessage;
  sentence: Sentence;
}

export const spotsOf = (messages: readonly ReadMessage[]): Spot[] =>
  messages.flatMap((read) => read.sentences.map((sentence) => ({ read, sentence })));

/** The quote is cut from the stored text, never from the cleaned sentence, so that it always matches its place. */
export const evidenceOf = ({ read, sentence }: Spot): Evidence => ({
  messageId: read.message.id,
  start: sentence.start,
  end: sentence.end,
  quote: read.message.text.slice(sentence.start, sentence.end),
});

export const spotDoes = (spot: Spot, act: Act): boolean => does(spot.sentence, act);

export const spotDoesAny = (spot: Spot, acts: readonly Act[]): boolean => doesAny(spot.sentence, acts);

export const firstThat = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined =>
  spots.find((spot) => spotDoesAny(spot, acts));

export const lastThat = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined =>
  spots.findLast((spot) => spotDoesAny(spot, acts));

/** How sure the reader is of the act here, 0…1. */
export const sureness = (spot: Spot | undefined, act: Act): number => spot?.sentence.acts[act] ?? 0;

/** Acts that accuse a reply need more than an even chance: a false "missed" is the worse error. */
export const accusing = 0.75;

export const firstSurely = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined =>
  spots.find((spot) => surelyDoesAny(spot, acts));

export const surelyDoesAny = ({ sentence }: Spot, acts: readonly Act[]): boolean =>
  acts.some((act) => (sentence.acts[act] ?? 0) >= accusing);
