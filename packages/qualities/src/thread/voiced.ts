/** What customers let be seen: trouble with something at stake, a strong mood, a question still open. */

import { type Spot, spotDoesAny, sureness } from './spot.ts';
import type { Exchange } from './thread-of.ts';

/** At or below this the customer is unhappy; −0.5 is one step down on a five-step scale. */
export const unhappy = -0.3;
/** At or below this the feeling is strong. */
export const strong = -0.45;

export const troubleActs = [
  'state-problem',
  'complain',
  'repeat',
  'chase',
  'deny-resolved',
  'escalate',
  'threaten-to-leave',
  'insult',
] as const;

/** Displeasure has to be plain to call for empathy; a neutral sentence misread would accuse an innocent reply. */
const plainly = 0.7;

/** Acts by which a customer shows displeasure rather than reporting a fact. */
export const feelingActs = [
  'complain',
  'insult',
  'escalate',
  'threaten-to-leave',
  'chase',
  'repeat',
  'deny-resolved',
] as const;

/** Words by which a plain report of trouble shows that something is at stake for the person. */
export const stake =
  /\b(?:wedding|funeral|birthday|anniversary|christmas|honeymoon|holiday|trip|flight|vacation|interview|exam|surgery|operation|hospital|doctor|medic\w+|insulin|pregnan\w+|baby|newborn|toddler|my (?:kids?|son|daughter|child(?:ren)?|mum|mom|mother|dad|father|wife|husband|partner|grand\w+|dog|cat)|(?:i |we )?can't (?:work|sleep|eat|get home|pay|afford)|rent|wages?|lost|stranded|stuck|alone|scared|afraid|worried|ruined|day off|took (?:the )?(?:day|morning|afternoon|time) off|unpaid|no (?:heating|heat|hot water|water|power|electricity|money|internet)|crying|in tears|desperate|emergency|urgent(?:ly)?|deadline|wheelchair|disab\w+|ill|sick|died|passed away|cancer|fraud|stolen|scam\w*|hacked)\b/i;

/** The sentence of the customer that most calls for being seen; undefined when nothing at stake was voiced. */
export const voicedTrouble = (exchange: Exchange): Spot | undefined => {
  const sad = (exchange.mood?.valence ?? 0) <= unhappy;
  const troubled = exchange.asked.filter((spot) => spotDoesAny(spot, troubleActs));
  const staked = exchange.asked.filter(
    (spot) => spotDoesAny(spot, [...troubleActs, 'personal-fact']) && stake.test(spot.sentence.text),
  );
  if (staked.length > 0 && (sad || troubled.length > 0)) return staked[0];
  if (!sad) return undefined;
  const voiced = exchange.asked.find((spot) => feelingActs.some((act) => sureness(spot, act) >= plainly));
  return voiced ?? (isStrong(exchange) ? troubled.find(isLoud) : undefined);
};

/** Said with an exclamation mark or in capitals. */
export const isLoud = ({ sentence }: Spot): boolean => /!|\b[A-Z]{4,}\b/.test(sentence.text);

export const isStrong = (exchange: Exchange): boolean => (exchange.mood?.valence ?? 0) <= strong;

/** The mood fell by a step or more and is now unhappy. */
export const isFalling = (exchange: Exchange): boolean =>
  exchange.mood !== null &&
  exchange.moodBefore !== null &&
  exchange.mood.valence <= unhappy &&
  exchange.mood.valence <= exchange.moodBefore.valence - 0.4;

/** Acts that hurt the person they answer. */
export const hurtingActs = ['dismiss', 'mirror-hostility', 'blame', 'rush'] as const;

/** The reply asks, tells, instructs or decides: process in the widest sense. */
export const processActs = [
  'ask',
  'inform',
  'instruct',
  'offer-solution',
  'offer-alternative',
  'promise',
  'refuse',
  'transfer',
  'ask-to-wait',
  'hedge',
] as const;

/** The reply moves the matter forward by itself. */
export const fixActs = ['offer-solution', 'offer-alternative', 'give-goodwill'] as const;
