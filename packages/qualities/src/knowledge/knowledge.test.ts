import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { knowledge } from './knowledge.ts';

describe('knowledge', () => {
  const question = { from: 'customer', says: [['Is it waterproof?', 'ask']] } as const;

  it('tells a definite answer from a guess', () => {
    const sure = madeReading([question, { from: 'Ana', says: [['Yes, to two metres.', 'inform']] }]);
    const guess = madeReading([question, { from: 'Ana', says: [['I think so, probably.', 'hedge']] }]);
    expect(knowledge.findMoments(sure, 'Ana', {})[0]).toMatchObject({ verdict: 'met' });
    expect(knowledge.findMoments(guess, 'Ana', {})[0]).toMatchObject({ verdict: 'missed' });
  });

  it('takes an honest promise to find out as met', () => {
    const reading = madeReading([
      question,
      {
        from: 'Ana',
        says: [
          ['I do not know.', 'hedge'],
          ['I will ask the maker and write by noon.', 'promise'],
        ],
      },
    ]);
    expect(knowledge.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'met', rule: 'will-find-out' });
  });

  it('gives half to a sure answer that did not hold', () => {
    const reading = madeReading([
      question,
      { from: 'Ana', says: [['Yes, to two metres.', 'inform']] },
      { from: 'customer', mood: -0.5, says: [['It drowned in the sink.', 'deny-resolved']] },
    ]);
    expect(knowledge.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'partly', rule: 'did-not-hold' });
  });
});
