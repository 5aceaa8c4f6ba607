import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { adaptability } from './adaptability.ts';

describe('adaptability', () => {
  const first = [
    { from: 'customer', says: [['The door does not open.', 'state-problem']] },
    { from: 'Ana', says: [['Hold the button for ten seconds and wait for the light.', 'instruct']] },
    { from: 'customer', mood: -0.5, says: [['I did, no light.', 'deny-resolved']] },
  ] as const;

  it('is missed by the same fix after it failed', () => {
    const reading = madeReading([
      ...first,
      { from: 'Ana', says: [['Hold the button for ten seconds and wait for the light.', 'instruct']] },
    ]);
    expect(adaptability.findMoments(reading, 'Ana', {})).toMatchObject([
      { verdict: 'missed', rule: 'same-answer-again' },
    ]);
  });

  it('is met by another way', () => {
    const reading = madeReading([
      ...first,
      { from: 'Ana', says: [['Then use the spare key under the cover.', 'offer-alternative']] },
    ]);
    expect(adaptability.findMoments(reading, 'Ana', {})).toMatchObject([{ verdict: 'met', rule: 'another-way' }]);
  });

  it('sees that a colleague’s failed way is offered again', () => {
    const reading = madeReading([
      ...first,
      { from: 'Ben', says: [['Hold the button for ten seconds and wait for the light.', 'instruct']] },
    ]);
    expect(adaptability.findMoments(reading, 'Ben', {})).toMatchObject([{ verdict: 'missed' }]);
  });

  it('opens nothing when the first way works', () => {
    const reading = madeReading([
      ...first.slice(0, 2),
      { from: 'customer', mood: 0.5, says: [['It opens!', 'confirm-resolved']] },
    ]);
    expect(adaptability.findMoments(reading, 'Ana', {})).toEqual([]);
  });
});
