/**
 * Readability formulas from counts: how many school years a text asks for.
 *
 * Use: a hint for plain writing, English only, from 100 words on pooled per agent; never a score of an agent. Counting
 * syllables is where most of the error comes from, so it happens elsewhere and is tested apart.
 * Formulas: Flesch 1948, Kincaid 1975, Gunning 1952, SMOG (McLaughlin 1969), ARI 1967, Coleman & Liau 1975, new
 * Dale-Chall 1995. https://en.wikipedia.org/wiki/Readability#Readability_formulas
 * Example: `readabilityOf({ words: 100, sentences: 5, syllables: 140, polysyllables: 10, letters: 420, difficult: 15 })?.fleschKincaidGrade` → 8.73
 */
export interface TextCounts {
  words: number;
  sentences: number;
  syllables: number;
  /** Words of three or more syllables. */
  polysyllables: number;
  letters: number;
  /** Words that are not on the list of familiar words. */
  difficult: number;
}

export interface Readability {
  /** 0 (hard) to about 100 (easy). */
  fleschReadingEase: number;
  /** School years, as all below. */
  fleschKincaidGrade: number;
  gunningFog: number;
  smog: number;
  ari: number;
  colemanLiau: number;
  daleChall: number;
}

/** Null without words or sentences. */
export function readabilityOf(counts: TextCounts): Readability | null {
  const { words, sentences, syllables, polysyllables, letters, difficult } = counts;
  if (words <= 0 || sentences <= 0) return null;
  const length = words / sentences;
  const weight = syllables / words;
  const difficultShare = (100 * difficult) / words;
  return {
    fleschReadingEase: 206.835 - 1.015 * length - 84.6 * weight,
    fleschKincaidGrade: 0.39 * length + 11.8 * weight - 15.59,
    gunningFog: 0.4 * (length + (100 * polysyllables) / words),
    smog: 1.043 * Math.sqrt((polysyllables * 30) / sentences) + 3.1291,
    ari: 4.71 * (letters / words) + 0.5 * length - 21.43,
    colemanLiau: 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8,
    daleChall: 0.1579 * difficultShare + 0.0496 * length + (difficultShare > 5 ? 3.6365 : 0),
  };
}
