import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { activeListening } from './active-listening.ts';

describe('active listening', () => {
  it('sees an ask for what was told in an earlier conversation', () => {
    const earlier = madeReading([{ from: 'customer', says: [['My booking number is TR-40071.', 'answer']] }]);
    const reading = {
      ...madeReading([
        { from: 'customer', says: [['It is about my trip again.', 'state-problem']] },
        { from: 'Ana', says: [['What is your booking number?', 'ask']] },
      ]),
      earlier: [earlier],
    };
    expect(activeListening.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'missed',
      rule: 'asked-again',
    });
  });

  it('lets a reply ask for a number that was not given', () => {
    const reading = madeReading([
      { from: 'customer', says: [['The lamp from my order is broken.', 'state-problem']] },
      { from: 'Ana', says: [['What is your order number?', 'ask']] },
    ]);
    expect(activeListening.findMoments(reading, 'Ana', {}).map(({ rule }) => rule)).not.toContain('asked-again');
  });

  it('gives half for a question answered in a later reply', () => {
    const reading = madeReading([
      { from: 'customer', says: [['Does the tent fit four sleeping bags?', 'ask']] },
      { from: 'Ana', says: [['Hello!', 'greet']] },
      { from: 'customer', says: [['Hello.', 'greet']] },
      { from: 'Ana', says: [['Yes, the tent fits four sleeping bags.', 'inform']] },
    ]);
    expect(activeListening.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
      rule: 'answered-later',
    });
  });

  it('sees that the customer had to ask again', () => {
    const reading = madeReading([
      { from: 'customer', says: [['Is the pump covered?', 'ask']] },
      { from: 'Ana', says: [['We value your business.', 'inform']] },
      { from: 'customer', mood: -0.5, says: [['I asked whether the pump is covered.', 'repeat']] },
    ]);
    expect(activeListening.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed' });
  });
});
