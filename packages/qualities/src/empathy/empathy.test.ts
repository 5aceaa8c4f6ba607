import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { empathy } from './empathy.ts';

describe('empathy', () => {
  const upset = {
    from: 'customer',
    mood: -1,
    says: [['The crib came with a broken rail and the baby is due on Friday.', 'complain']],
  } as const;

  it('counts empathy without the usual words when it names the case', () => {
    const reading = madeReading([
      upset,
      {
        from: 'Ana',
        says: [
          ['A broken rail days before the baby comes is the last thing you need.'],
          ['A new crib leaves today.', 'offer-solution'],
        ],
      },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'met', rule: 'names-the-case' });
  });

  it('gives hollow words half at most', () => {
    const reading = madeReading([
      upset,
      {
        from: 'Ana',
        says: [
          ['I completely understand your frustration.', 'acknowledge-feeling'],
          ['Please send photos.', 'instruct'],
        ],
      },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'partly', rule: 'stock-words-only' });
  });

  it('does not count the same hollow line a second time', () => {
    const line = ['I completely understand your frustration.', 'acknowledge-feeling'] as const;
    const reading = madeReading([
      upset,
      { from: 'Ana', says: [line] },
      { from: 'customer', mood: -1, says: [['And still nobody tells me what happens.', 'complain']] },
      { from: 'Ana', says: [line] },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {}).map(({ verdict }) => verdict)).toEqual(['partly', 'missed']);
  });

  it('takes half back when a kind sentence is followed by blame', () => {
    const reading = madeReading([
      upset,
      {
        from: 'Ana',
        says: [
          ['A broken rail so close to the birth is awful.', 'acknowledge-feeling'],
          ['You should have checked it at the door.', 'blame'],
        ],
      },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
      rule: 'seen-but-taken-back',
    });
  });

  it('opens nothing for trouble reported flatly with nothing at stake', () => {
    const reading = madeReading([
      { from: 'customer', says: [['The app shows error 12.', 'state-problem']] },
      { from: 'Ana', says: [['Please update it.', 'instruct']] },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {})).toEqual([]);
  });

  it('judges two agents each for their own reply', () => {
    const reading = madeReading([
      upset,
      { from: 'Ana', says: [['Order number?', 'ask']] },
      { from: 'customer', mood: -1, says: [['Nobody cares that the baby is due.', 'complain']] },
      { from: 'Ben', says: [['A broken crib with the baby due on Friday, that is awful.', 'acknowledge-feeling']] },
    ]);
    expect(empathy.findMoments(reading, 'Ana', {}).map(({ verdict }) => verdict)).toEqual(['missed']);
    expect(empathy.findMoments(reading, 'Ben', {}).map(({ verdict }) => verdict)).toEqual(['met']);
  });
});
