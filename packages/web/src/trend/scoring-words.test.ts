import type { ScoringState, TrendChange } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { scoringWords } from './scoring-words.ts';
import { changeWords } from './trend-words.ts';

const state = (part: Partial<ScoringState>): ScoringState => ({
  ...{ scorerVersion: 'v2', focusVersion: 'v1', behind: 0, leftOut: 0, rescore: null },
  ...part,
});
const run = (part: Partial<NonNullable<ScoringState['rescore']>> = {}): NonNullable<ScoringState['rescore']> => ({
  ...{ id: '1', scorerVersion: 'v2', state: 'running', toScore: 4844, scored: 1204, note: null },
  ...{ startedAt: '2026-03-01T00:00:00.000Z', finishedAt: null },
  ...part,
});

describe('the words about the scorer', () => {
  it('are none while one version has scored everything', () => {
    expect(scoringWords(state({ focusVersion: 'v2' }))).toBeNull();
  });

  it('offer to score again, and say what is not in the focus meanwhile', () => {
    expect(scoringWords(state({ behind: 4844, leftOut: 12 }))).toEqual({
      headline: 'The scorer here is v2 now.',
      rest: '4,844 conversations were scored by another version and will stay so until you say. The focus stays with v1: 12 that v2 read are not in it.',
      action: 'start',
    });
  });

  it('say how far it got, and which version the focus is read from', () => {
    const words = scoringWords(state({ behind: 3640, rescore: run() }));
    expect(words).toMatchObject({ headline: 'Rescoring: 1,204 of 4,844 done.', action: 'pause' });
    expect(words?.rest).toContain('read by v1, until all are done');
  });

  it('let a paused one go on, and one meant for another version begin anew', () => {
    expect(scoringWords(state({ behind: 1, rescore: run({ state: 'paused', note: 'It broke.' }) }))).toMatchObject({
      action: 'resume',
      rest: expect.stringContaining('It broke.'),
    });
    expect(scoringWords(state({ behind: 1, rescore: run({ scorerVersion: 'v1.5' }) }))?.action).toBe('start');
    expect(scoringWords(state({ rescore: run({ state: 'finding' }) }))?.action).toBeNull();
  });
});

describe('the words about a step', () => {
  const change = (part: Partial<TrendChange>): TrendChange => ({
    ...{ fromVersion: 'v1', toVersion: 'v2', at: null, both: 0, gained: 0, lost: 0, onlyFrom: 0, onlyTo: 0 },
    difference: { value: null, lower: null, upper: null, level: 0.95, n: 0, method: 'clustered-mean', warnings: [] },
    ...part,
  });

  it('say that nothing can be told where no conversation was read twice', () => {
    expect(changeWords(change({}))).toContain('No conversation was read by both v1 and v2');
  });

  it('give the difference with its range and both directions of it', () => {
    const difference = { ...change({}).difference, value: -0.12, lower: -0.15, upper: -0.09, n: 400 };
    expect(changeWords(change({ both: 400, gained: 4, lost: 52, onlyTo: 31, difference }))).toBe(
      'The same words, read twice: of 400 where both versions saw a call for it, v2 takes 4 for met that v1 did not, and 52 the other way round: −12 in 100 (likely −15 to −9). Beside these, only v2 saw a call for it in 31 more.',
    );
  });

  it('say that both agree where they do', () => {
    expect(changeWords(change({ both: 30 }))).toContain('they agree on all');
  });
});
