import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreRating, scoreReview } from './score-review.ts';
import { emptyCategory, type Rating, type ScorecardContent } from './scorecard.ts';
import { type Category, type ScalePoints, scaleOf } from './scorecard-category.ts';

const categoryOf = (id: string, parts: Partial<Category> = {}): Category => ({
  ...emptyCategory(id),
  name: id,
  ...parts,
});
const cardOf = (...groups: Category[][]): ScorecardContent => ({
  groups: groups.map((categories, at) => ({ id: `g${at}`, name: `Group ${at}`, categories })),
});
const rate = (chosen: Record<string, number | null>): Rating[] =>
  Object.entries(chosen).map(([categoryId, point]) => ({ categoryId, chosen: point }));

describe('the score of a rating', () => {
  it.each([
    [2, [0, 100]],
    [3, [0, 50, 100]],
    [4, [0, 100 / 3, 200 / 3, 100]],
    [5, [0, 25, 50, 75, 100]],
  ] as [ScalePoints, number[]][])('spreads %s points evenly from 0 to 100', (points, expected) => {
    const category = categoryOf('a', { scale: scaleOf(points) });
    expect(expected.map((_, at) => scoreRating(category, at + 1))).toEqual(
      expected.map((one) => expect.closeTo(one, 9)),
    );
  });

  it('refuses a point the scale does not have', () => {
    expect(() => scoreRating(categoryOf('a', { scale: scaleOf(2) }), 3)).toThrow(RangeError);
  });
});

describe('the score of a review', () => {
  it('is the mean by weight over what was rated', () => {
    const card = cardOf([categoryOf('a', { weight: 3 }), categoryOf('b'), categoryOf('c', { weight: 50 })]);
    const scored = scoreReview(card, rate({ a: 3, b: 1, c: null }));
    expect(scored.score).toBe(75);
    expect(scored.categories.map(({ state, share }) => [state, share])).toEqual([
      ['rated', 0.75],
      ['rated', 0.25],
      ['not-applicable', 0],
    ]);
  });

  it('is null, with the reason, when nothing was rated or nothing applied', () => {
    const card = cardOf([categoryOf('a'), categoryOf('b')]);
    expect(scoreReview(card, [])).toMatchObject({ score: null, reason: 'nothing-rated' });
    expect(scoreReview(card, rate({ a: null, b: null }))).toMatchObject({ score: null, reason: 'all-not-applicable' });
  });

  it('is 0 when a critical category fails, and the category pages still see what was rated', () => {
    const card = cardOf([categoryOf('a', { critical: 'review' })], [categoryOf('b')]);
    const scored = scoreReview(card, rate({ a: 1, b: 3 }));
    expect(scored).toMatchObject({ score: 0, zeroedBy: ['a'], groups: [{ score: 0 }, { score: 100 }] });
    expect(scored.categories.map(({ score }) => score)).toEqual([0, 100]);
  });

  it('loses only the group when the category is critical for its group', () => {
    const card = cardOf([categoryOf('a', { critical: 'group' }), categoryOf('b')], [categoryOf('c', { weight: 2 })]);
    const scored = scoreReview(card, rate({ a: 1, b: 3, c: 3 }));
    expect(scored).toMatchObject({ score: 50, zeroedBy: [], groups: [{ score: 0, zeroedBy: ['a'] }, { score: 100 }] });
  });

  it('lets half of the scale pass: only below it a critical category has failed', () => {
    const card = cardOf([categoryOf('a', { critical: 'review' }), categoryOf('b')]);
    expect(scoreReview(card, rate({ a: 2, b: 3 }))).toMatchObject({ score: 75, zeroedBy: [] });
  });

  const points = fc.constantFrom<ScalePoints>(2, 3, 4, 5);
  const row = fc.record({
    points,
    weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
    critical: fc.constantFrom(null, 'review' as const, 'group' as const),
    place: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    group: fc.integer({ min: 0, max: 3 }),
  });
  const made = fc.array(row, { maxLength: 20 }).map((rows) => {
    const categories = rows.map((one, at) => ({
      group: one.group,
      place: one.place,
      category: categoryOf(`c${at}`, { scale: scaleOf(one.points), weight: one.weight, critical: one.critical }),
    }));
    const card = cardOf(
      ...[0, 1, 2, 3].map((at) => categories.filter(({ group }) => group === at).map(({ category }) => category)),
    );
    const ratings = categories.map(({ category: { id, scale }, place }) => ({
      categoryId: id,
      chosen: place === null ? null : 1 + Math.round(place * (scale.points - 1)),
    }));
    return { card, ratings };
  });

  it('stays within 0 and 100, and its shares sum to 1', () => {
    fc.assert(
      fc.property(made, ({ card, ratings }) => {
        const { score, categories } = scoreReview(card, ratings);
        const rated = ratings.filter(({ chosen }) => chosen !== null);
        expect(score === null).toBe(rated.length === 0);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('depends on the shares of the weights alone, not on their size', () => {
    fc.assert(
      fc.property(made, fc.double({ min: 0.01, max: 1, noNaN: true }), ({ card, ratings }, by) => {
        const smaller = {
          groups: card.groups.map((group) => ({
            ...group,
            categories: group.categories.map((one) => ({ ...one, weight: one.weight * by })),
          })),
        };
        const [one, other] = [scoreReview(card, ratings).score, scoreReview(smaller, ratings).score];
        if (one === null || other === null) expect(one).toBe(other);
        else expect(other).toBeCloseTo(one, 6);
      }),
    );
  });

  it('does not change by a category that is not applicable', () => {
    fc.assert(
      fc.property(made, ({ card, ratings }) => {
        const more = { groups: [...card.groups, { id: 'more', name: 'More', categories: [categoryOf('more')] }] };
        const scored = scoreReview(more, [...ratings, { categoryId: 'more', chosen: null }]);
        expect(scored.score).toBe(scoreReview(card, ratings).score);
      }),
    );
  });

  it('never falls when one rating rises', () => {
    fc.assert(
      fc.property(made, fc.nat(), ({ card, ratings }, at) => {
        const chosen = ratings[at % Math.max(1, ratings.length)];
        const top = card.groups.flatMap(({ categories }) => categories).find(({ id }) => id === chosen?.categoryId);
        if (chosen === undefined || top === undefined || chosen.chosen === null) return;
        const raised = ratings.map((one) => (one === chosen ? { ...one, chosen: top.scale.points } : one));
        const before = scoreReview(card, ratings).score ?? 0;
        expect(scoreReview(card, raised).score ?? 0).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});
