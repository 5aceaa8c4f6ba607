import { defaultScorecardContent, type ScorecardContent, scoreReview } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { changeCategory } from './edit-content.ts';
import { type Chosen, makeUpReview, resultSentence } from './made-up-review.ts';

const start = defaultScorecardContent();
const told = (content: ScorecardContent, chosen: Chosen = {}) =>
  resultSentence(content, scoreReview(content, makeUpReview(content, chosen)));

describe('the made-up review', () => {
  it('shows its sum as on paper', () => {
    expect(told(start)).toBe('(100 × 10 + 50 × 4) ÷ 14 = 85.7');
    expect(told(changeCategory(start, 'empathy', { weight: 3 }), { empathy: 1 })).toBe(
      '(100 × 9 + 50 × 4 + 0 × 3) ÷ 16 = 68.8',
    );
  });

  it('leaves out what does not apply, and says why a critical category made it 0', () => {
    expect(told(start, { empathy: null })).toBe('(100 × 9 + 50 × 4) ÷ 13 = 84.6');
    expect(told(changeCategory(start, 'empathy', { critical: 'review' }), { empathy: 1 })).toBe(
      'Empathy is critical and failed, so the whole review is 0.',
    );
    expect(told(changeCategory(start, 'empathy', { critical: 'group' }), { empathy: 1 })).toBe(
      '(0 × 14) ÷ 14 = 0. Empathy failed, so all of “Qualities” counts 0.',
    );
    expect(told({ groups: [] })).toBe('Nothing is rated.');
  });
});
