import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { humility } from './humility.ts';

describe('humility', () => {
  const complaint = { from: 'customer', mood: -0.5, says: [['You sent the wrong shoes, twice.', 'complain']] } as const;

  it('does not take an apology that blames for owning', () => {
    const reading = madeReading([
      complaint,
      { from: 'Ana', says: [["I'm sorry if you misread the size chart.", 'apologise']] },
    ]);
    expect(humility.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed', rule: 'shifts-blame' });
  });

  it('gives half for a fix without a word of fault', () => {
    const reading = madeReading([complaint, { from: 'Ana', says: [['A third pair leaves today.', 'offer-solution']] }]);
    expect(humility.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
      rule: 'fix-without-a-word-of-fault',
    });
  });

  it('lets a second agent own the failure of the first', () => {
    const reading = madeReading([
      complaint,
      { from: 'Ana', says: [['The chart is on the site.', 'inform']] },
      { from: 'customer', mood: -1, says: [['That is no help.', 'complain']] },
      { from: 'Ben', says: [['We should have checked the label, that is on us.', 'own']] },
    ]);
    expect(humility.findMoments(reading, 'Ben', {})[0]).toMatchObject({ verdict: 'met', rule: 'owns-the-fault' });
  });

  it('tells a graceful no from a flat one', () => {
    const ask = { from: 'customer', says: [['Can I cancel today?', 'ask']] } as const;
    const graceful = madeReading([
      ask,
      {
        from: 'Ana',
        says: [
          ["I'm sorry, today is too late because the van has left.", 'refuse', 'apologise'],
          ['I can turn it round at your door.', 'offer-alternative'],
        ],
      },
    ]);
    const flat = madeReading([ask, { from: 'Ana', says: [['No.', 'refuse']] }]);
    expect(humility.findMoments(graceful, 'Ana', {})).toMatchObject([{ verdict: 'met', rule: 'graceful-no' }]);
    expect(humility.findMoments(flat, 'Ana', {})).toMatchObject([{ verdict: 'missed', rule: 'flat-no' }]);
  });
});
