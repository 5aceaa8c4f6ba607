import { describe, expect, it } from 'vitest';
import { packArrays, unpackArrays } from './packed-arrays.ts';

const arrays = {
  keys: Int32Array.of(-5, 7, 2_000_000_000),
  rows: Int8Array.of(-127, 0, 127, 1, 2),
  scales: Float32Array.of(0.5, 0.25),
};

describe('packed arrays', () => {
  it('come back as they were, wherever the bytes lie', () => {
    const bytes = packArrays({ made: 'here' }, arrays);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const { about, arrays: back } = unpackArrays(shifted.subarray(3));
    expect(about).toEqual({ made: 'here' });
    expect(Object.fromEntries(back)).toEqual(arrays);
  });

  it('say so when the bytes are cut off or something else', () => {
    const bytes = packArrays({}, arrays);
    expect(() => unpackArrays(bytes.subarray(0, bytes.length - 5))).toThrow('cut off within "scales"');
    expect(() => unpackArrays(bytes.subarray(0, 12))).toThrow('cut off within their header');
    expect(() => unpackArrays(new Uint8Array(100))).toThrow('not model weights');
    expect(() => unpackArrays(new Uint8Array(0))).toThrow('not model weights');
  });
});
