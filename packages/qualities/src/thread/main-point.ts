/** Which sentence of a message to quote where no single one opened the moment: a greeting or a link shows nobody what it was about. */
import { firstThat, type Spot } from './spot.ts';

const matterActs = ['state-problem', 'complain', 'ask', 'repeat', 'chase', 'deny-resolved', 'feedback'] as const;

/** The first sentence that states the matter, else the longest; undefined when nothing was said. */
export const mainPoint = (said: readonly Spot[]): Spot | undefined => firstThat(said, ...matterActs) ?? longest(said);

export const longest = (said: readonly Spot[]): Spot | undefined =>
  said.reduce<Spot | undefined>(
    (best, spot) => (best && best.sentence.words.length >= spot.sentence.words.length ? best : spot),
    undefined,
  );
