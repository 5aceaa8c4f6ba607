import { describe, expect, it } from 'vitest';
import { createFastKernel, createPlainKernel, type Kernel, outputWidth } from './kernel.ts';

const size = 4096;

/** Rows at 0, list at 1024, scales at 1100, target at 1200, hidden at 1400, outputs at 1500, sums at 3900. */
const fill = ({ buffer }: Kernel): void => {
  const bytes = new Int8Array(buffer);
  const floats = new Float32Array(buffer);
  const whole = new Int32Array(buffer);
  for (let at = 0; at < 64; at += 1) bytes[at] = ((at * 37) % 255) - 127;
  whole.set([0, 16, 48, 16], 256);
  for (let at = 0; at < 16; at += 1) {
    floats[275 + at] = 0.01 * (at + 1);
    floats[300 + at] = at / 3;
    floats[350 + at] = (at % 3) - 0.7;
  }
  for (let at = 0; at < 16 * outputWidth; at += 1) floats[375 + at] = Math.sin(at);
  for (let at = 0; at < outputWidth; at += 1) floats[975 + at] = at / 7;
};

const run = (kernel: Kernel): { target: number[]; sums: number[] } => {
  fill(kernel);
  kernel.addRows(1024, 4, 16, 1100, 1200, 0.3);
  kernel.addOutputs(1400, 16, 1500, 3900);
  const floats = new Float32Array(kernel.buffer);
  return { target: [...floats.slice(300, 316)], sums: [...floats.slice(975, 975 + outputWidth)] };
};

describe('the inner loops of the models', () => {
  it('add rows and weigh outputs as the formula says', () => {
    const { target, sums } = run(createPlainKernel(size));
    // Column 0 of rows 0, 1, 3 and 1 again.
    const bytes = [0, 16, 48, 16].map((row) => ((row * 37) % 255) - 127);
    const sum = bytes.reduce((total, one) => total + one, 0);
    expect(target[0]).toBeCloseTo(sum * 0.3 * 0.01, 5);
    const positive = [2, 5, 8, 11, 14];
    const weighed = [...Array(16).keys()].reduce((total, unit) => {
      const value = (unit % 3) - 0.7;
      return value > 0 ? total + value * Math.sin(unit * outputWidth) : total;
    }, 0);
    expect(positive.length).toBe(5);
    expect(sums[0]).toBeCloseTo(weighed, 5);
  });

  it('give the same numbers, to the last bit, with and without WebAssembly', () => {
    const fast = createFastKernel(size);
    expect(fast, 'this host runs WebAssembly with 128-bit instructions').not.toBeNull();
    if (fast) expect(run(fast)).toEqual(run(createPlainKernel(size)));
  });
});
