/** A short sum of a word: FNV-1a, made to be quick, for it is taken of every word of every text. */
const prime = 0x01000193;

export function sumOfWord(word: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < word.length; at++) sum = Math.imul(sum ^ word.charCodeAt(at), prime);
  return sum | 0;
}

/**
 * Whether any word of the text has one of these sums; also true where it cannot be told without cutting it into words.
 * The words are those of `splitWords`: in plain Latin letters they are found here, letter by letter, without a string for
 * each.
 */
export function mayHoldSum(text: string, sums: { has(sum: number): boolean }, seed: number): boolean {
  let sum = seed;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isCapital = code > 64 && code < 91;
    if (isCapital || (code > 96 && code < 123) || (code > 47 && code < 58)) {
      sum = Math.imul(sum ^ (isCapital ? code + 32 : code), prime);
      isInside = true;
      continue;
    }
    // Of what is no ASCII only the block of quotes, dashes and spaces is known to hold no letter.
    if (code > 127 && (code < 0x2000 || code > 0x206f)) return true;
    if (isInside && sums.has(sum | 0)) return true;
    sum = seed;
    isInside = false;
  }
  return isInside && sums.has(sum | 0);
}
