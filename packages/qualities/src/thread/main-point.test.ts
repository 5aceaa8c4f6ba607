import { describe, expect, it } from 'vitest';
import { type MadeTurn, madeReading } from './made-reading.ts';
import { mainPoint } from './main-point.ts';
import { threadOf } from './thread-of.ts';

const pointOf = (says: MadeTurn['says']): string | undefined => {
  const reading = madeReading([
    { from: 'customer', says },
    { from: 'Ana', says: [['Noted.', 'inform']] },
  ]);
  return mainPoint(threadOf(reading, 'Ana').exchanges[0]?.asked ?? [])?.sentence.text;
};

describe('the main point of a message', () => {
  it('is the sentence that states the matter', () => {
    expect(
      pointOf([
        ['Hello there everybody in the team!', 'greet'],
        ['My lamp is dead.', 'state-problem'],
        ['Thanks!', 'thank'],
      ]),
    ).toBe('My lamp is dead.');
  });

  it('is else the longest', () => {
    expect(pointOf([['Hm.'], ['So here we are again with the lamp.'], ['Thanks in advance!', 'thank']])).toBe(
      'So here we are again with the lamp.',
    );
  });
});
