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
