import { describe, expect, it } from 'vitest';
import { madeReading } from '../thread/made-reading.ts';
import { problemSolving } from './problem-solving.ts';

describe('problem solving', () => {
  const problem = { from: 'customer', mood: -0.5, says: [['The line is dead.', 'state-problem']] } as const;

  it('is met when the customer confirms', () => {
    const reading = madeReading([
      problem,
      { from: 'Ana', says: [['I have reset it.', 'offer-solution']] },
      { from: 'customer', mood: 0.5, says: [['It works!', 'confirm-resolved']] },
    ]);
    expect(problemSolving.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'met',
      rule: 'solved-and-confirmed',
    });
  });

  it('is at most partly met when the customer takes the confirmation back', () => {
    const reading = madeReading([
      problem,
      { from: 'Ana', says: [['I have reset it.', 'offer-solution']] },
      { from: 'customer', mood: 0.5, says: [['It works!', 'confirm-resolved']] },
      { from: 'Ana', says: [['Great.', 'farewell']] },
      { from: 'customer', mood: -1, says: [['No, it is dead again.', 'deny-resolved']] },
    ]);
    expect(problemSolving.findMoments(reading, 'Ana', {})[0]).toMatchObject({
      verdict: 'partly',
      rule: 'offered-but-still-open',
    });
  });

  it('is missed when nothing is offered and the problem stays', () => {
    const reading = madeReading([
      problem,
      { from: 'Ana', says: [['Noted.']] },
      { from: 'customer', mood: -1, says: [['Still dead.', 'deny-resolved']] },
    ]);
    expect(problemSolving.findMoments(reading, 'Ana', {})[0]).toMatchObject({ verdict: 'missed' });
  });
});
