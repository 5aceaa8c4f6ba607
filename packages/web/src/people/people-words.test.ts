import { describe, expect, it } from 'vitest';
import { apartWords, initialsOf, kindWords, runWords } from './people-words.ts';

describe('words about people', () => {
  it('shorten a name to its initials', () => {
    expect(['Agent 12', 'Dev Raman', 'Noor', 'Ana-Maria de Souza', ''].map(initialsOf)).toEqual([
      'A12',
      'DR',
      'N',
      'AS',
      '',
    ]);
  });

  it('say what made conversations hard, and nothing where nothing did', () => {
    expect(kindWords({ upset: 4, escalated: 0, hostile: 2 })).toBe('4 very upset, 2 furious');
    expect(kindWords({ upset: 0, escalated: 0, hostile: 0 })).toBe('');
    expect([runWords(1), runWords(5)]).toEqual(['', '5 in a row']);
  });

  it('count who stands apart and name nobody', () => {
    expect(apartWords(null)).toBe('');
    expect(apartWords({ above: 2, below: 1, compared: 9 })).toBe('2 above, 1 below of 9, shown to themselves');
    expect(apartWords({ above: 0, below: 0, compared: 9 })).toBe('nobody of 9 can be told apart');
  });
});
