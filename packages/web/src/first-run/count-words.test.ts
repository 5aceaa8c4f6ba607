import { describe, expect, it } from 'vitest';
import { countOf, sizeWords, speedWords, timeLeftWords } from './count-words.ts';

describe('time left', () => {
  it('is said the rounder, the longer it is', () => {
    expect(timeLeftWords(3)).toBe('a few seconds left');
    expect(timeLeftWords(21)).toBe('about 30 seconds left');
    expect(timeLeftWords(60)).toBe('about a minute left');
    expect(timeLeftWords(21 * 60)).toBe('about 21 minutes left');
    expect(timeLeftWords(2.5 * 3600)).toBe('about 2.5 hours left');
  });
});

describe('speed', () => {
  it('is counted per minute where less than one a second is done', () => {
    expect(speedWords(9.2)).toBe('9 conversations a second');
    expect(speedWords(1)).toBe('1 conversation a second');
    expect(speedWords(0.2)).toBe('12 conversations a minute');
  });
});

describe('counts and sizes', () => {
  it('carry their unit', () => {
    expect(countOf(1, 'row')).toBe('1 row');
    expect(countOf(4844, 'row')).toBe('4,844 rows');
    expect(sizeWords(800)).toBe('800 bytes');
    expect(sizeWords(84_213)).toBe('84 kB');
    expect(sizeWords(3_400_000)).toBe('3.4 MB');
    expect(sizeWords(412_000_000)).toBe('412 MB');
    expect(sizeWords(1_200_000_000)).toBe('1.2 GB');
  });
});
