import { describe, expect, it } from 'vitest';
import { type Command, findCommands } from './find-commands.ts';

const command = (name: string, kind = 'page'): Command => ({ id: name, name, kind, run: () => undefined });
const all = [
  command('Show the dark theme', 'setting'),
  command('Focus'),
  command('Conversations'),
  command('Show all keys', 'help'),
];
const names = (text: string) => findCommands(all, text).map((one) => one.name);

describe('finding a command', () => {
  it('offers everything before a word is typed', () => {
    expect(names('  ')).toHaveLength(4);
  });

  it('matches the beginning of any word, in any order', () => {
    expect(names('dark sh')).toEqual(['Show the dark theme']);
    expect(names('page')).toEqual(['Focus', 'Conversations']);
  });

  it('puts what begins with the text first', () => {
    expect(names('s')[0]).toBe('Show the dark theme');
    expect(names('con')).toEqual(['Conversations']);
    expect(names('zzz')).toEqual([]);
  });
});
