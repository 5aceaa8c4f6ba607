import type { Ladder } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { ladderRungs } from './ladder-words.ts';

const ladder = (step: Ladder['step']): Ladder => ({
  step,
  conversations: 40,
  agents: 3,
  observed: 12,
  ratings: 0,
  reviews: 0,
  trust: '',
  next: '',
  limits: [],
});
const states = (step: Ladder['step']) => ladderRungs(ladder(step)).map((one) => one.state);

describe('the ladder', () => {
  it('says which rungs are reached, where the team stands and what is ahead', () => {
    expect(states('thirty')).toEqual(['reached', 'here', 'ahead', 'ahead', 'ahead']);
  });

  it('stands on no rung with nothing, and on the first with a few conversations', () => {
    expect(states('nothing')).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(states('some')[0]).toBe('here');
  });

  it('counts what each rung counts', () => {
    expect(ladderRungs(ladder('thirty')).map((one) => one.have)).toEqual([40, 40, 12, 0, 0]);
  });
});
