/**
 * Which language a text is in: `eld`, asked only where a look at the commonest words leaves a doubt.
 *
 * A reply that is wrongly called foreign loses its score, one wrongly called English gets a wrong one; the second is
 * worse, so the short cut asks for plenty of English function words and no letter that English does not use.
 */
import { eld } from 'eld/medium';

/** Below this many letters a detector guesses; short texts are taken with the conversation they stand in. */
const fewestLetters = 20;
/** A line of names and places looks foreign to any detector; in Latin letters a few more words are asked for. */
const fewestForeignLetters = 45;
const commonEnglish = new Set(
  'the to and of you your is it that this for have has with not are was what can will please would my be we our they when from about there their which how been were just'.split(
    ' ',
  ),
);

/** @returns ISO 639-1 code, or null when the text is too short or too mixed to tell. */
export function languageOf(text: string): string | null {
  const head = withoutLinks(text.slice(0, 600));
  const isAscii = /^[\0-\x7f]*$/.test(head);
  // Classes of Unicode take several times as long; in plain letters both patterns find the same words.
  const words = head.toLowerCase().match(isAscii ? /[a-z]+(?:'[a-z]+)?/g : /\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  let letters = 0;
  let english = 0;
  for (const word of words) {
    letters += word.length;
    if (word.length <= longestCommon && commonEnglish.has(word)) english += 1;
  }
  if (letters < fewestLetters) return null;
  if (english >= 3 && english / words.length >= 0.2 && (isAscii || !unEnglish.test(head))) return 'en';
  const found = eld.detect(words.join(' '));
  if (!found.isReliable()) return null;
  const latin = isAscii || /^[\p{Script=Latin}\p{M}'’]*$/u.test(words.join(''));
  return found.language !== 'en' && latin && letters < fewestForeignLetters ? null : found.language;
}

const longestCommon = Math.max(...[...commonEnglish].map((word) => word.length));

const unEnglish = /[^\p{ASCII}’‘“”–—…£€•\s\p{Emoji}]/u;

const withoutLinks = (head: string): string =>
  /[@#]|http/.test(head) ? head.replace(/https?:\S+|[@#]\S+/g, ' ') : head;
