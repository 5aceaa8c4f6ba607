/** Words of a sentence, lower-cased, without punctuation; contractions stay whole ("don't"). */

/** One pass over the characters; a regex with Unicode classes was measured at a third of the speed. */
export const findWords = (text: string): string[] => {
  const words: string[] = [];
  const lower = text.toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32;
    if (isWordCode(code) || (start >= 0 && isInner(code) && isWordCode(lower.charCodeAt(at + 1)))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = lower.slice(start, at);
      words.push(word.includes('’') ? word.replaceAll('’', "'") : word);
      start = -1;
    }
  }
  return words;
};

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code <= 0x1fff && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x3040 && code <= 0xd7ff);

/** Apostrophes inside a word belong to it. */
const isInner = (code: number): boolean => code === 39 || code === 0x2019;
