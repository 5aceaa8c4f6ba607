import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { estimateAgreement, estimateSeverity, type PastRating } from './past-agreement.ts';

/** Two reviewers of the same sixty things; Dee gives `harder` points less, and `luck` of the time something else. */
function rateTwice({ harder = 0, luck = 0 }: { harder?: number; luck?: number }): PastRating[] {
  const random = createRandom(5);
  return Array.from({ length: 60 }, (_, at): PastRating[] => {
    const score = 20 + 20 * random.integer(4);
    const other = random.next() < luck ? 20 * random.integer(6) : score;
    const rating = { item: `c${at}`, category: 'Tone', machine: score };
    return [
      { ...rating, reviewer: 'Cy', score },
      { ...rating, reviewer: 'Dee', score: Math.max(0, other - harder) },
    ];
  }).flat();
}

describe('agreement in past reviews', () => {
  it('is 1 where two say the same, near 0 where it is luck, and always with its range', () => {
    const [same] = estimateAgreement(rateTwice({}), 3);
    expect(same?.people).toMatchObject({ value: 1, n: 60 });
    const [lucky] = estimateAgreement(rateTwice({ luck: 1 }), 3);
    expect(Math.abs(lucky?.people.value ?? 1)).toBeLessThan(0.3);
    expect(lucky?.people.lower).toBeLessThan(0);
  });

  it('compares people with the scorer, and says by how much it stands above them', () => {
    const [found] = estimateAgreement(rateTwice({ harder: 20 }), 3);
    expect(found?.higher.value).toBeCloseTo(10, 9);
    expect(found?.machine.value).toBeLessThan(1);
  });

  it('refuses where one person rated alone, or the scorer has no score', () => {
    const alone = rateTwice({}).filter(({ reviewer }) => reviewer === 'Cy');
    const [found] = estimateAgreement(
      alone.map((one) => ({ ...one, machine: null })),
      3,
    );
    expect(found?.people.reason).toBe('one_rater');
    expect(found?.machine.reason).toBe('no_data');
    expect(found?.higher.value).toBeNull();
  });
});

describe('severity of reviewers', () => {
  it('is the gap to the others on what both rated, listed by name', () => {
    const found = estimateSeverity(rateTwice({ harder: 20 }));
    expect(found.map(({ reviewer, ratings }) => [reviewer, ratings])).toEqual([
      ['Cy', 60],
      ['Dee', 60],
    ]);
    const [cy, dee] = estimateSeverity(rateTwice({ harder: 20, luck: 0.5 }));
    expect(dee?.severity.upper).toBeLessThan(0);
    expect(cy?.severity.lower).toBeGreaterThan(0);
  });

  it('is unknown for whoever rated alone', () => {
    const [only] = estimateSeverity([{ item: 'c', category: 'Tone', reviewer: 'Cy', score: 50, machine: null }]);
    expect(only?.severity).toMatchObject({ value: null, reason: 'one_rater' });
  });
});
