import { defaultScorecardContent, scaleOf } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { describeChange } from './describe-change.ts';
import { addOwnCategory, changeCategory, moveCategory, removeCategory } from './edit-content.ts';

const start = defaultScorecardContent();

describe('what publishing changes', () => {
  it('is nothing when nothing was changed', () => {
    expect(describeChange(start, defaultScorecardContent())).toEqual([]);
  });

  it('tells weights as the share they come to', () => {
    expect(describeChange(start, changeCategory(start, 'empathy', { weight: 3 }))).toEqual([
      'Empathy counts 19 % of the whole instead of 7 %.',
    ]);
  });

  it('names what comes, what goes and what became critical', () => {
    const { content, id } = addOwnCategory(removeCategory(start, 'humility'));
    const named = changeCategory(content, id, { name: 'Identity checked' });
    expect(describeChange(start, changeCategory(named, 'empathy', { critical: 'review' }))).toEqual([
      'Identity checked is rated from now on.',
      'Humility is no longer rated.',
      'Below half of its scale, Empathy now sets the whole review to 0.',
      'The order or the groups are different.',
    ]);
  });

  it('tells a new scale once, and words and order apart from it', () => {
    expect(describeChange(start, changeCategory(start, 'empathy', { scale: scaleOf(5) }))).toEqual([
      'Empathy is rated in 5 points instead of 3.',
    ]);
    expect(describeChange(start, changeCategory(start, 'empathy', { said: 'Is the trouble seen?' }))).toEqual([
      'The wording of Empathy is different.',
    ]);
    expect(describeChange(start, moveCategory(start, 'empathy', 1))).toEqual([
      'The order or the groups are different.',
    ]);
  });
});
