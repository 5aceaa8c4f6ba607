import { nothingLearned } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { learnedWords } from './ExampleFields.tsx';

describe('what was learned, in words', () => {
  it('says how many reviews are still needed', () => {
    expect(learnedWords({ ...nothingLearned, state: 'too-few', n: 12, met: 8, missed: 4 })).toContain(
      'Not enough yet: 12 of 30 reviews.',
    );
    expect(learnedWords({ ...nothingLearned, state: 'too-few', n: 40, met: 38, missed: 2 })).toContain(
      'Not enough yet: 38 met and 2 missed.',
    );
  });

  it('claims nothing for a model that may be luck', () => {
    expect(learnedWords({ ...nothingLearned, state: 'no-better-than-luck', n: 40, met: 20, missed: 20 })).toContain(
      'so it judges nothing',
    );
  });
});
