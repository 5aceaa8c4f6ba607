import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { emotionalIntelligence } from './emotional-intelligence.ts';

describe('emotional intelligence', () => {
  it('opens where the mood falls by a step, though not yet strong', () => {
    const reading = madeReading([
      { from: 'customer', mood: 0.2, says: [['Hi, is it on its way?', 'ask']] },
      { from: 'Ana', says: [['It is.', 'inform']] },
      { from: 'customer', mood: -0.5, says: [['You said that last week as well.', 'complain']] },
      { from: 'Ana', says: [['It is on its way.', 'inform']] },
    ]);
    expect(emotionalIntelligence.findMoments(reading, 'Ana', {})).toMatchObject([
      { verdict: 'missed', rule: 'same-script' },
    ]);
  });

  it('opens nothing for mild displeasure from the start', () => {
    const reading = madeReading([
      { from: 'customer', mood: -0.4, says: [['A bit annoying that it is late.', 'complain']] },
      { from: 'Ana', says: [['It comes today.', 'inform']] },
    ]);
    expect(emotionalIntelligence.findMoments(reading, 'Ana', {})).toEqual([]);
  });

  it('does not take an apology followed by a jab as calming', () => {
    const reading = madeReading([
      { from: 'customer', mood: -1, says: [['I am furious about the second charge!', 'complain']] },
      {
        from: 'Ana',
        says: [
          ['I am sorry about the second charge.', 'apologise'],
          ['Maybe read the terms next time.', 'mirror-hostility'],
        ],
      },
    ]);
    expect(emotionalIntelligence.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'missed',
      rule: 'inflames',
    });
  });
});
