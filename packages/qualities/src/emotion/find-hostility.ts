/** How hostile a message is towards its reader: insults, profanity aimed at them, threats, shouting. 0…1. */

import type { PlainSentence } from '../acts/act-reader.ts';
import { isShouted } from '../acts/find-circumstances.ts';
import { wordLists } from '../acts/word-lists.ts';
import { spellOut } from '../text/spell-out.ts';

const insults = new Set(wordLists.insult);
const profanities = new Set(wordLists.profanity);
const aims = new Set(['you', 'your', 'yourself', 'yourselves', 'u', 'ur']);

/** The largest of its sentences; 0.5 and above counts as abusive. */
export const findHostility = (sentences: readonly PlainSentence[], insultOdds: readonly number[] = []): number => {
  let most = 0;
  for (const [index, sentence] of sentences.entries()) {
    const own = hostilityOf(sentence);
    const insult = (insultOdds[index] ?? 0) >= 0.5 ? 0.5 + (insultOdds[index] ?? 0) * 0.4 : 0;
    most = Math.max(most, own, insult);
  }
  return most;
};

const attack =
  / (?:(?:go|get) (?:to hell|lost|fucked)|shut (?:the fuck |the hell )?up|f\S* (?:off|you|u|ur)|fuck\S* (?:off|you|u|your|this)|screw you|piss off|drop dead|kill yourself|die in|hate you|you (?:suck|lie|lied|disgust)|shame on you|hope you (?:die|rot|get fired|choke)|you (?:are |re )?(?:all |such |just |so |a |an |the |fucking |bloody |absolute |total |complete |bunch of |useless |stupid |lazy |dumb )*(?:idiots?|morons?|liars?|clowns?|crooks?|thieves|scum|trash|stupid|dumb|pathetic|useless|incompetent|worthless|disgusting|bitch\S*|bastards?|cunts?|fools?|losers?)) /;

const hostilityOf = (sentence: PlainSentence): number => {
  const spelled = spellOut(sentence.words);
  let insult = 0;
  let profanity = 0;
  let aimed = false;
  for (const word of spelled) {
    if (insults.has(word)) insult += 1;
    if (profanities.has(word) || word.startsWith('fuck')) profanity += 1;
    if (aims.has(word)) aimed = true;
  }
  const shouted = isShouted(sentence.text);
  let hostility = shouted ? 0.25 : 0;
  if (profanity > 0) hostility += aimed ? 0.4 : 0.25;
  if (insult > 0) hostility += aimed || spelled.length <= 4 ? 0.4 : 0.2;
  if ((insult > 0 || profanity > 0) && attack.test(` ${spelled.join(' ')} `)) hostility += 0.4;
  return Math.min(1, hostility);
};
