import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { personalization } from './personalization.ts';

describe('personalization', () => {
  const told = {
    from: 'customer',
    says: [
      ['I work nights as a baker.', 'personal-fact'],
      ['When can you deliver?', 'ask'],
    ],
  } as const;

  it('is met when the fact shapes the answer', () => {
    const reading = madeReading([
      told,
      { from: 'Ana', says: [['As a baker you sleep in the morning, so I chose four to six.', 'offer-solution']] },
    ]);
    expect(personalization.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'met',
    });
  });

  it('is missed by a form letter', () => {
    const reading = madeReading([
      told,
      { from: 'Ana', says: [['Dear customer, delivery is between 8 and 12.', 'inform']] },
    ]);
    expect(personalization.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'missed',
      rule: 'ignores-what-was-told',
    });
  });

  it('does not count a fact turned against the customer', () => {
    const reading = madeReading([
      told,
      { from: 'Ana', says: [['A baker who works nights should have ordered earlier.', 'blame']] },
    ]);
    expect(personalization.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed' });
  });
});
