import { categoryOfQuality, type Evidence, emptyReviewContent } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { addQuote, describeRating, rate, ratingOf, removeQuote, tallyOf } from './review-draft.ts';

const words: Evidence = { messageId: 'm1', start: 0, end: 4, quote: 'Well' };

describe('a review being written', () => {
  it('takes back a rating that is given twice', () => {
    const once = rate(emptyReviewContent, 'empathy', 2);
    expect(ratingOf(once, 'empathy').chosen).toBe(2);
    expect(ratingOf(rate(once, 'empathy', 2), 'empathy').chosen).toBeUndefined();
    expect(ratingOf(rate(once, 'empathy', null), 'empathy').chosen).toBeNull();
  });

  it('keeps quotes and words when the rating changes', () => {
    const quoted = addQuote(describeRating(emptyReviewContent, 'empathy', { comment: 'Dry.' }), 'empathy', words);
    const rated = rate(quoted, 'empathy', 1);
    expect(ratingOf(rated, 'empathy')).toMatchObject({ chosen: 1, comment: 'Dry.', quotes: [words] });
  });

  it('holds the same words once, and lets go of them', () => {
    const twice = addQuote(addQuote(emptyReviewContent, 'empathy', words), 'empathy', { ...words });
    expect(ratingOf(twice, 'empathy').quotes).toHaveLength(1);
    expect(ratingOf(removeQuote(twice, 'empathy', words), 'empathy').quotes).toEqual([]);
  });

  it('counts "not applicable" as rated, and names the first that is open', () => {
    const categories = [categoryOfQuality('empathy'), categoryOfQuality('patience'), categoryOfQuality('humility')];
    const content = addQuote(rate(rate(emptyReviewContent, 'empathy', null), 'humility', 3), 'humility', words);
    expect(tallyOf(content, categories)).toEqual({ rated: 2, all: 3, quotes: 1, open: 'patience' });
    expect(tallyOf(rate(content, 'patience', 1), categories).open).toBeNull();
  });
});
