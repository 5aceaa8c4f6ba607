import { describe, expect, it } from 'vitest';
import { parseFilter } from './filter-address.ts';
import { filterChoices, filterWords, matchChoices } from './filter-words.ts';

describe('a filter in words', () => {
  it('has one chip per field, and none for the sort', () => {
    const words = filterWords({ quality: 'empathy', verdict: 'missed', followed: 'yes', sort: 'oldest' });
    expect(words.map((one) => `${one.name} ${one.value}`)).toEqual([
      'quality Empathy',
      'level Missed',
      'trouble followed yes',
    ]);
  });

  it('offers only what the allow-list takes', () => {
    for (const choice of filterChoices({ quality: 'empathy', verdict: 'missed' })) {
      expect(parseFilter({ ...choice.add }), choice.value).toEqual(choice.add);
    }
  });

  it('offers what followed only beside a quality and its level, and nothing that is already set', () => {
    expect(filterChoices({}).some((one) => one.field === 'followed')).toBe(false);
    const choices = filterChoices({ quality: 'empathy', verdict: 'missed' });
    expect(choices.filter((one) => one.field === 'followed')).toHaveLength(2);
    expect(choices.some((one) => one.add.quality === 'empathy')).toBe(false);
  });

  it('finds a choice by the beginnings of its words', () => {
    const found = matchChoices(filterChoices({}), 'qual lis').map((one) => one.value);
    expect(found).toEqual(['Active listening']);
    expect(matchChoices(filterChoices({}), 'zzz')).toEqual([]);
  });
});
