import { describe, expect, it } from 'vitest';
import { decideLanguage, decideLanguages } from './is-english.ts';

describe('the language of a message', () => {
  const german = () => 'de';
  it('counts as English without a detector, and where the text is too short to tell', () => {
    expect(decideLanguage('Das ist ein langer Satz auf Deutsch.', undefined).isEnglish).toBe(true);
    expect(decideLanguage('ok thx', german)).toEqual({ language: null, isEnglish: true });
  });
  it('is what the detector says for longer text', () => {
    expect(decideLanguage('Das ist ein langer Satz auf Deutsch.', german)).toEqual({
      language: 'de',
      isEnglish: false,
    });
    expect(decideLanguage('This is a rather long sentence in English.', () => null).isEnglish).toBe(true);
  });
  it('is foreign in another script, however short', () => {
    expect(decideLanguage('спасибо', german).isEnglish).toBe(false);
  });
});

describe('the languages of a conversation', () => {
  const languageOf = (text: string) =>
    /\b(?:ich|Ihnen|nicht)\b/.test(text) ? 'de' : /\b(?:the|you)\b/.test(text) ? 'en' : null;
  const ofBen = (...texts: string[]) =>
    decideLanguages(
      texts.map((text) => ({ text, author: 'Ben' })),
      languageOf,
    ).map(({ isEnglish }) => isEnglish);
  const german = 'Das habe ich Ihnen gestern schon geschickt, schauen Sie bitte nach.';
  const english = 'I have sent you the new lamp this morning, it comes on Friday.';

  it('give a short text to the language its author writes elsewhere', () => {
    expect(ofBen(german, 'Gern geschehen!')).toEqual([false, false]);
    expect(ofBen('Guten Tag!', german)).toEqual([false, false]);
    expect(ofBen(english, 'Gern geschehen!')).toEqual([true, true]);
  });
  it('leave short English in a foreign conversation English', () => {
    expect(ofBen(german, 'sorry about that')).toEqual([false, true]);
    expect(ofBen(german, 'ok thanks')).toEqual([false, true]);
  });
  it('give the short text of somebody else to the message next to it', () => {
    const texts = [
      { text: german, author: 'Ann' },
      { text: 'Moment bitte', author: 'Ben' },
    ];
    expect(decideLanguages(texts, languageOf)[1]).toEqual({ language: 'de', isEnglish: false });
  });
  it('are all English without a detector', () => {
    expect(decideLanguages([{ text: german, author: 'Ben' }], undefined)[0]?.isEnglish).toBe(true);
  });
});
