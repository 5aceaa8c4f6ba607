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
  const head = text.slice(0, 600).replace(/https?:\S+|[@#]\S+/g, ' ');
  const words = head.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < fewestLetters) return null;
  const english = words.filter((word) => commonEnglish.has(word)).length;
  if (english >= 3 && english / words.length >= 0.2 && !/[^\p{ASCII}’‘“”–—…£€•\s\p{Emoji}]/u.test(head)) return 'en';
  const found = eld.detect(words.join(' '));
  if (!found.isReliable()) return null;
  const latin = /^[\p{Script=Latin}\p{M}'’]*$/u.test(words.join(''));
  return found.language !== 'en' && latin && letters < fewestForeignLetters ? null : found.language;
}
