/** Which messages are scored: those in English, and short ones in a conversation where nothing speaks against it. */

/** Below this many letters detectors guess; "ok thx" is read like the messages around it. */
const shortest = 24;

export interface LanguageDecision {
  /** ISO 639-1 code where it could be told. */
  language: string | null;
  isEnglish: boolean;
}

type LanguageOf = ((text: string) => string | null) | undefined;

/** `languageOf` is handed in because detectors carry data; without one everything counts as English. */
export const decideLanguage = (text: string, languageOf: LanguageOf): LanguageDecision => {
  if (!languageOf) return { language: null, isEnglish: true };
  if (text.length < shortest || !hasLetters(text, shortest * 0.6)) {
    return { language: null, isEnglish: !isForeignScript(text) };
  }
  const language = languageOf(text);
  return { language, isEnglish: language === null ? !isForeignScript(text) : language === 'en' };
};

/** Plain Latin letters are counted first: they suffice nearly always, and a look at every character's class is slow. */
const hasLetters = (text: string, fewest: number): boolean => {
  let count = 0;
  for (let at = 0; at < text.length && count < fewest; at += 1) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) count += 1;
  }
  return count >= fewest || text.replace(/[^\p{L}]/gu, '').length >= fewest;
};

export interface AuthoredText {
  text: string;
  author: string;
}

/**
 * The languages of the messages of one conversation, in order. Where a text by itself is too short to tell and does not
 * look English, it is taken to be in the language its author writes elsewhere, else in that of the message next to it.
 */
export const decideLanguages = (texts: readonly AuthoredText[], languageOf: LanguageOf): LanguageDecision[] => {
  const alone = texts.map(({ text }) => decideLanguage(text, languageOf));
  if (alone.every(({ isEnglish }) => isEnglish)) return alone;
  return alone.map((one, at) => {
    if (one.language !== null || (one.isEnglish && looksEnglish(texts[at]?.text ?? ''))) return one;
    const language = languageAround(texts, alone, at);
    return {
      language: one.isEnglish || language !== 'en' ? language : null,
      isEnglish: one.isEnglish && language === 'en',
    };
  });
};

/** At least one of `alone` is foreign; English where no message with a known language is about. */
const languageAround = (texts: readonly AuthoredText[], alone: readonly LanguageDecision[], at: number): string => {
  const counts = new Map<string, number>();
  for (const [index, { language }] of alone.entries())
    if (language !== null && texts[index]?.author === texts[at]?.author)
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const [own] = [...counts].sort((one, other) => other[1] - one[1]);
  if (own) return own[0];
  const nearest =
    alone.findLast(({ language }, index) => index < at && language !== null) ?? alone.slice(at).find(isTold);
  return nearest?.language ?? 'en';
};

const isTold = ({ language }: LanguageDecision): boolean => language !== null;

/** Words of short English replies that no language in the same letters shares. */
const plainEnglish = new Set(
  `thanks thank you your you're sorry about that please sent done sure the it's it is this my have has we we'll we've i i'm i'll i've just
  now what when where how yes welcome good morning afternoon day great of for with and are can let know check problem worries today
  tomorrow here there back refund order been all right sorted see help not`.split(/\s+/),
);

const looksEnglish = (text: string): boolean => {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  return words.filter((word) => plainEnglish.has(word)).length * 2 >= Math.max(1, words.length);
};

/** Letters beyond Latin are enough to tell, however short the text. */
const isForeignScript = (text: string): boolean => {
  const foreign = text.match(foreignLetters)?.length ?? 0;
  return foreign >= 2 && foreign * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
};

const foreignLetters =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/gu;
