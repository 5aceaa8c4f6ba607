import { findScorecardProblems, listCategories, qualityIds, scorecardContent } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { startingScorecard } from './starting-scorecard.ts';

describe('the scorecard a team starts from', () => {
  it('has all fourteen qualities, each of weight 1, and could be published as it is', () => {
    const content = scorecardContent.parse(startingScorecard());
    expect(listCategories(content).map(({ id, weight }) => [id, weight])).toEqual(qualityIds.map((id) => [id, 1]));
    expect(findScorecardProblems(content)).toEqual([]);
  });

  it('says what met means and what falls short of it, with an example of each where the quality has one', () => {
    for (const { name, guidance, examples } of listCategories(startingScorecard())) {
      expect([name, guidance[2] !== '', guidance.slice(0, 2).some(Boolean)]).toEqual([name, true, true]);
      expect([name, examples.met.length]).toEqual([name, 1]);
      expect(examples.missed.length).toBe(guidance[0] === '' ? 0 : 1);
    }
  });
});
