import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { appreciation } from './appreciation.ts';

describe('appreciation', () => {
  const help = [
    { from: 'customer', says: [['It rattles.', 'state-problem']] },
    { from: 'Ana', says: [['Could you film it?', 'ask']] },
    { from: 'customer', says: [['I filmed the rattle under the seat.', 'answer']] },
  ] as const;

  it('tells specific thanks from a macro', () => {
    const specific = madeReading([
      ...help,
      { from: 'Ana', says: [['Thank you for crawling under the seat with the camera.', 'thank']] },
    ]);
    const rote = madeReading([...help, { from: 'Ana', says: [['Thank you for your patience.', 'thank']] }]);
    expect(appreciation.findMoments(specific, 'Ana', {})[0]).toMatchObject({ verdict: 'met' });
    expect(appreciation.findMoments(rote, 'Ana', {})[0]).toMatchObject({ verdict: 'partly', rule: 'rote-thanks' });
  });

  it('is missed when help gets no word', () => {
    const reading = madeReading([...help, { from: 'Ana', says: [['It is the bracket.', 'inform']] }]);
    expect(appreciation.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed' });
  });

  it('opens nothing in a short exchange without anything to thank for', () => {
    const reading = madeReading([
      { from: 'customer', says: [['Open today?', 'ask']] },
      { from: 'Ana', says: [['Until six.', 'inform']] },
    ]);
    expect(appreciation.findMoments(reading, 'Ana', {})).toEqual([]);
  });

  it('opens nothing by a first message that only sounds like a repetition', () => {
    const reading = madeReading([
      { from: 'customer', says: [['It says I changed it, but I did not change it!', 'repeat']] },
      { from: 'Ana', says: [['Please try this link.', 'instruct']] },
    ]);
    expect(appreciation.findMoments(reading, 'Ana', {})).toEqual([]);
  });
});
