import { describe, expect, it } from 'vitest';
import { heardWords } from './row-words.ts';

describe('how soon trouble was heard', () => {
  it('is a time, a "yes" where the source has no times, or "never"', () => {
    expect(heardWords({ heard: 'yes', heardSeconds: 600 })).toBe('10 min');
    expect(heardWords({ heard: 'yes', heardSeconds: null })).toBe('yes');
    expect(heardWords({ heard: 'never', heardSeconds: null })).toBe('never');
    expect(heardWords({ heard: 'nothing-to-hear', heardSeconds: null })).toBe('–');
  });
});
