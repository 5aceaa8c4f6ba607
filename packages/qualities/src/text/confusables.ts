/**
 * Letters that only look Latin: Cyrillic and Greek twins, full-width and "fancy" mathematical alphabets. A reader sees
 * the same word; without this "ѕorry" and "sorry" would be two.
 */

const twins: Readonly<Record<string, string>> = Object.fromEntries(
  'аa еe оo рp сc уy хx ѕs іi јj ԁd һh ԛq ԝw ӏl ɡg ɑa ıi АA ВB ЕE КK МM НH ОO РP СC ТT ХX ЅS ІI ЈJ οo νv ιi αa ρp υu κk ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** A first look, so that ordinary text is never read letter by letter for this. */
export const mayHoldTwins = /[\u0131\u0251\u0261\u0370-\u03ff\u0400-\u052f\uff01-\uff5e]|\ud835/;

/** True when Latin letters carry the text and every Greek or Cyrillic letter in it has a Latin twin, or words mix both. */
export const isLatinInDisguise = (text: string): boolean => {
  const other = text.match(/[\p{Script=Cyrillic}\p{Script=Greek}\u0131\u0251\u0261]/gu) ?? [];
  if (other.length === 0) return true;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => /[a-z]/i.test(word) && mayHoldTwins.test(word))) return true;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return latin > other.length && other.every((letter) => letter in twins);
};

/** The Latin letter a reader sees at `at` and how many UTF-16 units it takes; null where there is nothing to change. */
export const latinAt = (text: string, at: number): { letter: string; length: number } | null => {
  const code = text.charCodeAt(at);
  if (code >= 0xff01 && code <= 0xff5e) return { letter: String.fromCharCode(code - 0xfee0), length: 1 };
  if (code === MATH_LEAD) {
    const letter = text.slice(at, at + 2).normalize('NFKC');
    return /^[A-Za-z0-9]$/.test(letter) ? { letter, length: 2 } : null;
  }
  const letter = twins[text.charAt(at)];
  return letter && isInLatinWord(text, at) ? { letter, length: 1 } : null;
};

/** Lead surrogate of the mathematical alphabets. */
const MATH_LEAD = 0xd835;

/** A word all of whose letters are Latin or twins; "в" or "для" in a code-switched sentence stay what they are. */
const isInLatinWord = (text: string, at: number): boolean => {
  let start = at;
  let end = at + 1;
  while (start > 0 && isLetter(text.charAt(start - 1))) start -= 1;
  while (end < text.length && isLetter(text.charAt(end))) end += 1;
  for (let index = start; index < end; index += 1) {
    const letter = text.charAt(index);
    if (!/[a-zA-Z\u00c0-\u024f]/.test(letter) && !(letter in twins)) return false;
  }
  return true;
};

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
