import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';
import { spellOut } from './spell-out.ts';

describe('words', () => {
  it('are lower-cased, without punctuation, contractions whole', () => {
    expect(findWords("Don’t worry, it's OK - José's 2nd box!")).toEqual([
      "don't",
      'worry',
      "it's",
      'ok',
      "josé's",
      '2nd',
      'box',
    ]);
  });

  it('count a link as one, and the handle of whoever is addressed as none', () => {
    expect(findWords('@tolvo_care See https://help.tolvo.example/a/b?c=1, thanks')).toEqual(['see', 'https', 'thanks']);
    expect(findWords('@[no end of it')).toEqual(['no', 'end', 'of', 'it']);
    expect(findWords('@[customer] Hi! Write to ann@tolvo.example @ nine')).toEqual([
      'hi',
      'write',
      'to',
      'ann',
      'tolvo',
      'example',
      'nine',
    ]);
  });

  it('are spelled out for the cues', () => {
    expect(spellOut(["i'm", 'sry', 'u', "can't", 'login', "it's", "ann's"])).toEqual([
      'i',
      'am',
      'sorry',
      'you',
      'can',
      'not',
      'login',
      'it',
      'is',
      'ann',
    ]);
  });
});
