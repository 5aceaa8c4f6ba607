import { describe, expect, it } from 'vitest';
import { namesADeed } from './names-a-deed.ts';

describe('thanks that name a deed', () => {
  it.each([
    'Thank you for staying on the line until the card worked.',
    'brilliant, thanks, you explained it well and the page is awful',
    'Thanks so much, you saved my daughter’s birthday.',
    'thank you for not giving me a smiley',
    "thanks, that's a huge weight gone.",
    'Thank you for finding the wallet he had lost.',
    'I want to thank you for being so patient with my mother.',
  ])('is shown: %s', (sentence) => {
    expect(namesADeed(sentence)).toBe(true);
  });

  it.each([
    'Thanks!',
    'thank you Wendell',
    'Thank you for your reply.',
    'Thanks for nothing, you made me wait a week.',
    'Thanks in advance for looking into this for me.',
    'Thanks for writing back so late though.',
    'thank you thank you i have to send the bag to him?',
    'Thank you, Thursday by video works.',
    'I would thank you if you could finally answer.',
    'Thank you for losing my parcel twice.',
    'Great, thanks for sending the wrong one again.',
    'Thanks for making my son cry on his birthday.',
  ])('is manners, bitter or too early: %s', (sentence) => {
    expect(namesADeed(sentence)).toBe(false);
  });
});
