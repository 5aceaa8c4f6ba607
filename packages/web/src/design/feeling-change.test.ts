import { describe, expect, it } from 'vitest';
import { feelingChange, valenceWords } from './feeling-change.ts';

describe('the change of a feeling', () => {
  it('is named only when the step is clear', () => {
    expect(feelingChange(-0.6, 0.4)).toBe('lifted');
    expect(feelingChange(0.4, -0.6)).toBe('fell');
    expect(feelingChange(-0.5, -0.4)).toBe('no clear change');
  });

  it('has a word for each end of the scale', () => {
    expect(valenceWords(-0.9)).toBe('very unhappy');
    expect(valenceWords(0)).toBe('neutral');
    expect(valenceWords(0.9)).toBe('very glad');
  });
});
