import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureList } from './feature-list.ts';
import { findTokens } from './find-tokens.ts';

const tokensOf = (text: string): number[] => {
  const list = new FeatureList();
  findTokens(text, list);
  return [...list.keys.subarray(0, list.length)];
};

describe('tokens', () => {
  it('are words and marks; capitals and curly apostrophes make no difference', () => {
    expect(tokensOf('Don’t do that!')).toHaveLength(4);
    expect(tokensOf('Don’t do that!')).toEqual(tokensOf("don't DO that!"));
  });

  it('keep that a word is drawn out, but not how far', () => {
    expect(tokensOf('sooooo')).toEqual(tokensOf('sooooooooo'));
    expect(tokensOf('sooooo')).not.toEqual(tokensOf('so'));
  });

  it('tell one mark from many, and doubt from both', () => {
    const all = ['.', '...', '?', '???', '!', '!!!', '?!'].map((text) => tokensOf(text));
    for (const one of all) expect(one).toHaveLength(1);
    expect(new Set(all.map(([token]) => token)).size).toBe(7);
    expect(tokensOf('....')).toEqual(tokensOf('..'));
  });

  it('read smileys with or without a nose, hearts, and emoji in any colour of skin', () => {
    expect(tokensOf(':-)')).toEqual(tokensOf(':)'));
    expect(tokensOf(':)')).not.toEqual(tokensOf(':('));
    expect(tokensOf('<3')).toHaveLength(1);
    expect(tokensOf('👍🏽')).toEqual(tokensOf('👍'));
    expect(tokensOf('👍')).not.toEqual(tokensOf('👎'));
  });

  it('see any number as a number', () => {
    expect(tokensOf('12 parcels')).toEqual(tokensOf('7004 parcels'));
  });

  it('come to an end for any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(tokensOf(text).length).toBeLessThanOrEqual(text.toLowerCase().length);
      }),
    );
    expect(tokensOf('')).toEqual([]);
  });
});
