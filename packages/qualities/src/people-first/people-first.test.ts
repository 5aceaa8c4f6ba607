import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { peopleFirst } from './people-first.ts';

describe('people first', () => {
  const trouble = {
    from: 'customer',
    mood: -0.5,
    says: [['Our boiler leaks through the ceiling.', 'state-problem']],
  } as const;

  it('takes asking after safety first as an acknowledgement', () => {
    const reading = madeReading([
      trouble,
      {
        from: 'Ana',
        says: [
          ['Is everyone safe?', 'ask'],
          ['Close the valve under the sink.', 'instruct'],
        ],
      },
    ]);
    expect(peopleFirst.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'met',
      rule: 'person-before-process',
    });
  });

  it('gives half when the process comes before the person', () => {
    const reading = madeReading([
      trouble,
      {
        from: 'Ana',
        says: [
          ['Close the valve.', 'instruct'],
          ['A boiler leaking through the ceiling is a shock.', 'acknowledge-feeling'],
        ],
      },
    ]);
    expect(peopleFirst.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
      rule: 'process-before-person',
    });
  });

  it('looks at the close as well', () => {
    const reading = madeReading([
      trouble,
      { from: 'Ana', says: [['A leak through the ceiling is a shock.', 'acknowledge-feeling']] },
      { from: 'customer', mood: 0, says: [['It has stopped.', 'confirm-resolved']] },
      { from: 'Ana', says: [['I hope the ceiling dries before your guests come.', 'personal-touch']] },
    ]);
    expect(peopleFirst.findMoments(reading, 'Ana', {}).map(({ rule }) => rule)).toEqual([
      'person-before-process',
      'human-close',
    ]);
  });
});
