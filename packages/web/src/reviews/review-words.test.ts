import { categoryOfQuality, type ReviewDetail } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { compareCategories, dueWords, levelOf, worthWords } from './review-words.ts';

describe('words about reviews', () => {
  it('put a point of any scale on the three levels', () => {
    const category = categoryOfQuality('empathy');
    expect([1, 2, 3].map((point) => levelOf(category, point))).toEqual(['missed', 'partly', 'met']);
    const five = { ...category, scale: { points: 5 as const, labels: ['a', 'b', 'c', 'd', 'e'] } };
    expect([1, 2, 3, 4, 5].map((point) => levelOf(five, point))).toEqual(['missed', 'missed', 'partly', 'met', 'met']);
    expect(levelOf(category, null)).toBeNull();
    expect(levelOf(category, undefined)).toBeUndefined();
  });

  it('tell what a review bought, and never a width without a range', () => {
    const range = { lower: 0.571, upper: 0.653 };
    const worth = { quality: 'empathy' as const, reviews: 40, moreForThreePoints: 120 };
    expect(worthWords({ ...worth, before: range, after: { lower: 0.572, upper: 0.651 } }, 'empathy')).toBe(
      'The team’s range of empathy went from 57.1–65.3 to 57.2–65.1 in 100. About 120 more would bring it within 3 points either way.',
    );
    expect(worthWords({ ...worth, before: null, after: null }, 'empathy')).toContain('needs more random reviews');
    expect(worthWords({ ...worth, before: null, after: range }, 'empathy')).toContain('first range: 57.1–65.3');
  });

  it('say what is due, and what was', () => {
    const now = new Date('2025-03-05T12:00:00Z');
    expect(dueWords({ dueAt: null }, now)).toBeNull();
    expect(dueWords({ dueAt: '2025-03-07T12:00:00Z' }, now)).toMatch(/^due /);
    expect(dueWords({ dueAt: '2025-03-03T12:00:00Z' }, now)).toMatch(/^was due /);
  });

  it('call it a difference only where both rated', () => {
    const [empathy, patience] = [categoryOfQuality('empathy'), categoryOfQuality('patience')];
    const machine = [
      {
        categoryId: 'empathy',
        quality: 'empathy',
        score: 50,
        verdict: 'partly',
        confidence: 0.7,
        why: '',
        quote: null,
      },
    ];
    const ratings = ['empathy', 'patience'].map((categoryId) => ({
      ...{ categoryId, chosen: 3, rootCauses: [], quotes: [], comment: '' },
    }));
    const review = { content: { ratings, note: '' }, comparison: { machine } } as unknown as ReviewDetail;
    const found = compareCategories(review, [empathy, patience]);
    expect(found.map(({ differs }) => differs)).toEqual([true, false]);
  });
});
