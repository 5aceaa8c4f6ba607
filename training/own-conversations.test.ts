import { readdirSync, readFileSync } from 'node:fs';
import { qualityIds } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { parseOwnConversations } from './read-own-conversations.ts';

const folder = new URL('own-conversations/', import.meta.url);
const allMet = qualityIds.map((id) => `${id} met`).join(' | ');
const small = [
  '# x1 email repair Lumen',
  'C Ann 2026-03-02T09:14 worried -2',
  'Hello, [greet]',
  '> my lamp is broken. [state-problem]',
  'A Mr_Ode 2026-03-02T09:16',
  'A new one is on its way. [offer-solution, inform]',
  `V Mr_Ode | ${allMet}`,
  'R resolved csat 4',
];

describe('own conversations', () => {
  it('become rows of the corpus, a message to a head and a sentence to a line', () => {
    const [one] = parseOwnConversations(small.join('\n'), 'small');
    expect(one?.turns[0]).toMatchObject({ text: 'Hello,\nmy lamp is broken.', emotion: { valence: -2 } });
    expect(one?.turns[1]?.sentences).toEqual([
      { text: 'A new one is on its way.', acts: ['offer-solution', 'inform'] },
    ]);
    expect(one?.verdicts['Mr Ode']?.empathy).toBe('met');
  });

  it.each([
    ['an unknown act', [3, '> my lamp is broken. [broken]'], '“broken” is no act'],
    ['a sentence without brackets', [2, 'Hello,'], 'ends with its acts'],
    ['a verdict left out', [6, `V Mr_Ode | ${allMet.replace('empathy met | ', '')}`], 'missing empathy'],
    ['a feeling of an agent', [4, 'A Mr_Ode 2026-03-02T09:16 worried -1'], 'customers, and only they'],
    ['an agent nobody judges', [6, `V Ode | ${allMet}`], 'judges Ode'],
  ] as const)('refuse %s', (_, [index, line], reason) => {
    expect(() => parseOwnConversations(small.with(index, line).join('\n'), 'small')).toThrow(reason);
  });

  it('of this repository are whole, each under a name of its own', () => {
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => parseOwnConversations(readFileSync(new URL(name, folder), 'utf8'), name));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
