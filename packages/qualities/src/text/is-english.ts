/** Which messages are scored: those in English, and those too short for anybody to tell. */

/** Below this many letters detectors guess; "ok thx" is scored in every conversation. */
const shortest = 24;

export interface LanguageDecision {
  /** ISO 639-1 code where it could be told. */
  language: string | null;
  isEnglish: boolean;
}

/** `languageOf` is handed in because detectors carry data; without one everything counts as English. */
export const decideLanguage = (
  text: string,
  languageOf: ((text: string) => string | null) | undefined,
): LanguageDecision => {
  if (!languageOf) return { language: null, isEnglish: true };
  if (text.length < shortest || text.replace(/[^\p{L}]/gu, '').length < shortest * 0.6) {
    return { language: null, isEnglish: !isForeignScript(text) };
  }
  const language = languageOf(text);
  return { language, isEnglish: language === null || language === 'en' };
};

/** Letters beyond Latin are enough to tell, however short the text. */
const isForeignScript = (text: string): boolean =>
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]{2}/u.test(
    text,
  );
