import { describe, expect, it } from 'vitest';
import { decideLanguage } from './is-english.ts';

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
