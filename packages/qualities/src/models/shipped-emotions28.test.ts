import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmotions28, goEmotions } from './emotions28-model.ts';
import { createPlainKernel } from './kernel.ts';
import { unpackArrays } from './packed-arrays.ts';
import { shippedEmotions28, shippedEmotions28Bytes } from './shipped-emotions28.ts';

const emotions = await shippedEmotions28();
const labels = (text: string): string[] => emotions.labelsOf(emotions.probabilitiesOf(text));

describe('the shipped model of 28 emotions', () => {
  it('reads plain emotions', () => {
    expect(labels('Thank you so much for your help!')).toContain('gratitude');
    expect(labels('I love this so much <3')).toContain('love');
    expect(labels("I'm so sorry, I feel terrible about it")).toContain('remorse');
    expect(labels('haha that is hilarious 😂')).toContain('amusement');
    expect(labels('I am scared of what happens next')).toContain('fear');
    expect(labels('What do you mean by that? How does it work?')).toContain('curiosity');
  });

  it('may read more than one, and calls plain words neutral', () => {
    expect(labels('The meeting is on the second floor.')).toEqual(['neutral']);
    expect(labels('Thank you, I love it!')).toEqual(expect.arrayContaining(['gratitude', 'love']));
  });

  it('names all 28 with values between 0 and 1 for any text whatever, also empty and very long ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = emotions.probabilitiesOf(text);
        expect(Object.keys(read)).toEqual([...goEmotions]);
        for (const value of Object.values(read)) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(Object.values(emotions.probabilitiesOf('very '.repeat(50_000))).every(Number.isFinite)).toBe(true);
  });

  it('reads a text the same whatever was read before it', () => {
    const first = emotions.probabilitiesOf('What a lovely surprise');
    emotions.probabilitiesOf('Go away, this is disgusting!!!');
    expect(emotions.probabilitiesOf('What a lovely surprise')).toEqual(first);
  });

  it('reads the same where WebAssembly is not to be had', async () => {
    const slow = createEmotions28(unpackArrays(await shippedEmotions28Bytes()).arrays, createPlainKernel);
    for (const text of ['Thank you!', 'This is so sad :(', 'Why would anyone do that?!'])
      expect(slow.probabilitiesOf(text)).toEqual(emotions.probabilitiesOf(text));
  });

  it('refuses weights of another version with the cause', async () => {
    const { arrays } = unpackArrays(await shippedEmotions28Bytes());
    const short = new Map([...arrays, ['emotions28.slopes', new Float32Array(3)] as const]);
    expect(() => createEmotions28(short)).toThrow('do not fit');
    expect(() => createEmotions28(new Map())).toThrow('hold no "emotions28"');
  });

  it('stays small enough to travel', async () => {
    expect((await shippedEmotions28Bytes()).length).toBeLessThan(2_250_000);
  });
});
