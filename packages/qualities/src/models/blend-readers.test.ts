import { describe, expect, it } from 'vitest';
import type { ActReader } from '../acts/act-reader.ts';
import { blendReaders } from './blend-readers.ts';

const always =
  (acts: ReturnType<ActReader>[number]): ActReader =>
  (turn) =>
    turn.sentences.map(() => acts);

describe('two readers as one', () => {
  it('average what both see, and what only one of them sees', () => {
    const read = blendReaders(always({ ask: 0.8, greet: 0.4 }), always({ ask: 0.4, thank: 1 }), 0.25);
    const [acts = {}] = read({ role: 'agent', sentences: [{ text: 'x', words: ['x'] }] }, []);
    expect(acts.ask).toBeCloseTo(0.7);
    expect(acts.greet).toBeCloseTo(0.3);
    expect(acts.thank).toBeCloseTo(0.25);
  });
});
