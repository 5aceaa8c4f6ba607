import { expect, it } from 'vitest';
import { writeCalibrationHeadline } from './write-calibration-headline.ts';

const say = (...categories: [name: string, alike: number, of: number][]) => {
  const { before, marked, after } = writeCalibrationHeadline(
    categories.map(([name, alike, of]) => ({ name, alike, of })),
  );
  return `${before}*${marked}*${after}`;
};

it('names what was read differently most often, as a count', () => {
  expect(say(['Empathy', 2, 6], ['Patience', 5, 6])).toBe(
    'You read *empathy* differently most often: in 4 of 6 conversations.',
  );
  expect(say(['Empathy', 5, 6], ['Patience', 5, 6], ['Humility', 6, 6])).toBe(
    'You read *empathy and patience* differently most often: in one conversation each.',
  );
  expect(say(['A', 1, 2], ['B', 1, 2], ['C', 1, 2])).toBe('You read *3 of 6* alike; no category stands out.');
  expect(say(['Empathy', 1, 2])).toBe('You read *empathy* differently in 1 of 2 conversations.');
  expect(say(['Empathy', 2, 2])).toBe('You read everything here *alike*.');
  expect(say(['Empathy', 0, 0])).toBe('Nothing was rated by *two of you*.');
});
