import { readabilityOf } from '../readability/readability.ts';
import type { OracleFamily } from './oracle-family.ts';

const counts = ['words', 'sentences', 'syllables', 'polysyllables', 'letters', 'difficult'] as const;
const formulas = [
  'fleschReadingEase',
  'fleschKincaidGrade',
  'gunningFog',
  'smog',
  'ari',
  'colemanLiau',
  'daleChall',
] as const;

export const readabilityFamilies: readonly OracleFamily[] = [
  {
    input: counts,
    expected: formulas,
    compute(input) {
      const found = readabilityOf({
        words: input.number('words'),
        sentences: input.number('sentences'),
        syllables: input.number('syllables'),
        polysyllables: input.number('polysyllables'),
        letters: input.number('letters'),
        difficult: input.number('difficult'),
      });
      return Object.fromEntries(formulas.map((formula) => [formula, found ? found[formula] : null]));
    },
  },
];
