import { describe, expect, it } from 'vitest';
import { findWords } from '../text/find-words.ts';
import { anyName, maskNames, namesOf } from './mask-names.ts';

const masked = (text: string, authors: string[] = []): string =>
  maskNames([{ text, words: findWords(text) }], namesOf(authors))[0]?.words.join(' ') ?? '';

describe('names', () => {
  it('of authors and of those greeted are one word to the models', () => {
    expect(masked('Thanks Mara, your parcel left.', ['Mara Ode'])).toBe(`thanks ${anyName} your parcel left`);
    expect(masked("Mara's parcel left.", ['Mara Ode'])).toBe(`${anyName} parcel left`);
    expect(masked('Hi Mrs Okafor,')).toBe(`hi mrs ${anyName}`);
  });

  it('leave ordinary words alone', () => {
    expect(masked('Hi there, the support team is here.', ['Support Team'])).toBe('hi there the support team is here');
    expect(masked('Hello, could you check my order?')).toBe('hello could you check my order');
    expect(masked('Dear all')).toBe('dear all');
  });
});
