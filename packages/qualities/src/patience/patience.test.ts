import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { patience } from './patience.ts';

describe('patience', () => {
  const lost = { from: 'customer', mood: 0, says: [["I don't see that button.", 'confused']] } as const;

  it('is met by explaining anew', () => {
    const reading = madeReading([lost, { from: 'Ana', says: [['It is the grey one at the top right.', 'instruct']] }]);
    expect(patience.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'met', rule: 'took-the-time' });
  });

  it('is missed by goodbye while the customer is not done', () => {
    const reading = madeReading([
      lost,
      { from: 'Ana', says: [['Have a great day!', 'farewell']] },
      { from: 'customer', mood: -0.5, says: [['But where is the button?', 'ask']] },
    ]);
    expect(patience.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed', rule: 'closed-too-soon' });
  });

  it('is partly met by the same explanation in the same words', () => {
    const explanation = ['Open the settings, choose account and press the grey button there.', 'instruct'] as const;
    const reading = madeReading([
      { from: 'customer', says: [['How do I delete my account?', 'ask']] },
      { from: 'Ana', says: [explanation] },
      lost,
      { from: 'Ana', says: [explanation] },
    ]);
    expect(patience.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'partly', rule: 'same-words-again' });
  });
});
