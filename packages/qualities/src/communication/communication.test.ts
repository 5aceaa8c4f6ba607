import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { communication } from './communication.ts';

describe('communication', () => {
  it('stays cheap in long chats: clear messages in the middle are not listed', () => {
    const turns = Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0
        ? ({ from: 'customer', says: [['And then?', 'ask']] } as const)
        : ({ from: 'Ana', says: [['Press the next button.', 'instruct']] } as const),
    );
    expect(communication.findMoments(madeReading(turns), 'Ana', {})).toHaveLength(12);
  });

  it('lets a code pass that the customer used first', () => {
    const says = [['The RMA and the NC form are both here.', 'inform']] as const;
    const strange = madeReading([
      { from: 'customer', says: [['Where is it?', 'ask']] },
      { from: 'Ana', says },
    ]);
    const known = madeReading([
      { from: 'customer', says: [['Did you get my RMA and the NC form?', 'ask']] },
      { from: 'Ana', says },
    ]);
    expect(communication.findMoments(strange, 'Ana', {})[0]).toMatchObject({ rule: 'insider-words' });
    expect(communication.findMoments(known, 'Ana', {})[0]).toMatchObject({ verdict: 'met' });
  });

  it('forgives a cannot that comes with a can', () => {
    const reading = madeReading([
      { from: 'customer', says: [['Can I change it?', 'ask']] },
      {
        from: 'Ana',
        says: [
          ['It cannot be changed online.', 'negative-framing'],
          ['I will change it here.', 'offer-solution'],
        ],
      },
    ]);
    expect(communication.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'met' });
  });
});
