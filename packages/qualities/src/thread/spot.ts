/** A sentence together with the message it stands in, so that a rule can quote it. */
import type { Act, Evidence } from '@rapport/contract';
import { ActMask, chanceOfAct } from '../acts/act-row.ts';
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

export const firstThat = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined => {
  const wanted = new ActMask(acts);
  for (const spot of spots) if (wanted.isSeenIn(spot.sentence.acts)) return spot;
  return undefined;
};

export const lastThat = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined => {
  const wanted = new ActMask(acts);
  return spots.findLast((spot) => wanted.isSeenIn(spot.sentence.acts));
};

/** How sure the reader is of the act here, 0…1. */
export const sureness = (spot: Spot | undefined, act: Act): number => (spot ? chanceOfAct(spot.sentence.acts, act) : 0);

export const firstSurely = (spots: readonly Spot[], ...acts: readonly Act[]): Spot | undefined => {
  const wanted = new ActMask(acts);
  for (const spot of spots) if (wanted.isSureIn(spot.sentence.acts)) return spot;
  return undefined;
};

/** As `accusing` asks. */
export const surelyDoesAny = ({ sentence }: Spot, acts: readonly Act[]): boolean =>
  new ActMask(acts).isSureIn(sentence.acts);
