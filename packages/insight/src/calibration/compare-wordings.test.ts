import { describe, expect, it } from 'vitest';
import { compareWordings } from './compare-wordings.ts';
import { rateTogether } from './rate-together.fixture.ts';

const compare = (before: number, after: number, { items = 60, samePeople = true, seenBefore = 0 } = {}) =>
  compareWordings({
    ...{ before: rateTogether(items, { sure: before, seed: 1 }), after: rateTogether(items, { sure: after, seed: 2 }) },
    ...{ points: 3, seed: 5, samePeople, seenBefore },
  });

describe('other words for a category', () => {
  it('are called better only when the whole range of the change is above 0', () => {
    const found = compare(0.4, 0.98);
    expect(found.verdict).toBe('better');
    expect(found.change.lower).toBeGreaterThan(0);
    expect(found.sentence).toMatch(/: better by 0\.\d\d, likely 0\.\d\d to \d\.\d\d\.$/);
    const unsure = compare(0.75, 0.8);
    expect(unsure.verdict).toBe('no-clear-difference');
    expect(unsure.sentence).not.toContain('better');
    expect(compare(0.98, 0.4).verdict).toBe('worse');
  });

  it('cannot be told from few conversations', () => {
    const found = compare(0.2, 1, { items: 6 });
    expect(found).toMatchObject({ verdict: 'cannot-tell', change: { value: null, reason: 'too_few_reviews' } });
    expect(found.sentence).toBe(
      'Cannot tell yet whether the words help: 6 conversations before and 6 since have no range to compare.',
    );
  });

  it('say what else may have moved agreement', () => {
    const { sentence } = compare(0.4, 0.98, { samePeople: false, seenBefore: 1 });
    expect(sentence).toContain(
      'Mind that not the same people rated, and 1 of the conversations was talked about before.',
    );
  });

  it('are seldom called better where nothing changed', () => {
    const verdicts = Array.from({ length: 40 }, (_, at) =>
      compareWordings({
        before: rateTogether(25, { sure: 0.7, seed: 100 + at }),
        after: rateTogether(25, { sure: 0.7, seed: 900 + at }),
        ...{ points: 3, seed: at, samePeople: true, seenBefore: 0 },
      }),
    );
    expect(verdicts.filter(({ verdict }) => verdict === 'better').length).toBeLessThanOrEqual(4);
  });
});
