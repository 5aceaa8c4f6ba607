import { channels, driverOutcomes, qualityIds } from '@rapport/contract';
import { estimateOf, refuse } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByChannel } from '../drivers/compare-channels.ts';
import { writeChannelSentence } from './write-channel-sentences.ts';

const effect = fc
  .record({
    value: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    half: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
    few: fc.boolean(),
    wanted: fc.boolean(),
  })
  .map(({ value, half, few, wanted }) => {
    const interval = { lower: value - half, upper: value + half };
    return few
      ? { effect: refuse('too_few_rows', { n: 12, method: 'made' }), clear: false }
      : {
          effect: estimateOf({ value, interval, n: 200, method: 'made' }),
          clear: wanted && (interval.lower > 0 || interval.upper < 0),
        };
  });
const found = fc
  .tuple(fc.subarray([...channels]), fc.array(effect, { minLength: 8, maxLength: 8 }), fc.option(fc.boolean()))
  .map(([names, effects, differ]): ByChannel => {
    const own = names.map((channel, place) => ({
      ...{ channel, conversations: 200 },
      ...(effects[place] ?? { effect: refuse('no_data', { n: 0, method: 'made' }), clear: false }),
    }));
    const told = own.filter((one) => one.effect.value !== null).length;
    return { channels: own, differ: told < 2 ? null : (differ ?? false) };
  });

describe('what is said of channels', () => {
  it('is never more than the ranges allow, whatever the numbers', () => {
    fc.assert(
      fc.property(found, fc.constantFrom(...qualityIds), fc.constantFrom(...driverOutcomes), (one, id, outcome) => {
        const said = writeChannelSentence(id, one, outcome);
        expect(said).toMatch(/^[A-Z].*\.$/);
        expect(said).not.toMatch(/NaN|undefined|null|caus(?!e )|because|clearly/i);
        const told = one.channels.filter((each) => each.effect.value !== null);
        if (/in each channel on its own/.test(said))
          expect(told.length > 1 && told.every(({ clear }) => clear)).toBe(true);
        if (/not the same everywhere/.test(said)) expect(one.differ).toBe(true);
        if (one.differ === true) expect(said).toMatch(/not the same everywhere/);
        if (/on its own\. In/.test(said)) expect(told.some(({ clear }) => clear)).toBe(true);
        if (told.length < 2) expect(said).toMatch(/cannot be told|Too few|Nothing called/);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
