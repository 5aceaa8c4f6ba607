import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { followSeverity, type SharedRating } from './follow-severity.ts';

/** Cy, Dee and Eve rate the same conversations; Dee gives `harder` points less, in the later half `later` less. */
function share(
  conversations: number,
  { harder = 0, later, seed = 2 }: { harder?: number; later?: number; seed?: number } = {},
): SharedRating[] {
  const random = createRandom(seed);
  return Array.from({ length: conversations }, (_, item) => {
    const truth = 50 * random.integer(3);
    return ['cy', 'dee', 'eve'].map((rater): SharedRating => {
      const less = rater === 'dee' ? (item < conversations / 2 ? harder : (later ?? harder)) : 0;
      const score = Math.min(100, Math.max(0, truth + 20 * (random.next() - 0.5) - less));
      const at = new Date(Date.UTC(2025, 0, 1 + item)).toISOString();
      return { item: `c${item}`, category: 'empathy', rater, score, at };
    });
  }).flat();
}
const of = (ratings: SharedRating[], rater: string) => followSeverity(ratings).find((one) => one.rater === rater);

describe('severity of raters', () => {
  it('is the distance to the others on what they rated too, with its range', () => {
    const dee = of(share(40, { harder: 25 }), 'dee');
    expect(dee).toMatchObject({ ratings: 40, shared: 40 });
    expect(dee?.severity.upper).toBeLessThan(0);
    expect(dee?.sentence).toMatch(/^\d+ points stricter than the others, likely/);
    expect(of(share(40), 'dee')?.sentence).toMatch(/^No clear difference from the others/);
  });

  it('has no range below twenty shared conversations, and none for whoever rated alone', () => {
    const few = of(share(19), 'cy');
    expect(few?.severity).toMatchObject({ value: null, reason: 'too_few_rows' });
    expect(few?.sentence).toContain('Only 19 of the 20 shared conversations');
    const alone = share(30).filter(({ rater }) => rater === 'cy');
    expect(of(alone, 'cy')).toMatchObject({ shared: 0, severity: { reason: 'one_rater' }, halves: null });
  });

  it('is followed from the earlier to the later half', () => {
    const moved = of(share(60, { harder: 0, later: 30 }), 'dee');
    expect(moved?.drift.upper).toBeLessThan(0);
    expect(moved?.sentence).toMatch(/Became stricter by \d+ points/);
    expect(moved?.halves?.turnedAt).toBe('2025-01-31T00:00:00.000Z');
    expect(of(share(60, { harder: 20 }), 'dee')?.sentence).toContain('No clear change over time');
    expect(of(share(30, { harder: 20 }), 'dee')).toMatchObject({ halves: null, drift: { reason: 'too_few_rows' } });
  });

  it('seldom claims anything where nobody differs', () => {
    const claims = Array.from({ length: 30 }, (_, seed) => followSeverity(share(30, { seed: 50 + seed }))).filter(
      (all) => all.some(({ sentence }) => /stricter|milder/.test(sentence)),
    );
    expect(claims.length).toBeLessThanOrEqual(4);
  });
});
