import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { lookAtFile } from './look-at-file.ts';
import { bytesOf, openIn, readWhole } from './read-whole.test-data.ts';

describe('excerpts of foreign text', () => {
  it('are cut between characters and never hold what cannot be stored', () => {
    expect(excerpt('abc😀', 4)).toBe('abc');
    expect(excerpt('abc😀', 5)).toBe('abc😀');
    expect(excerpt('a\0b\ud800c', 9)).toBe('a␀b␀c');
  });

  it('are what a plan shows of each column', async () => {
    const body = `${'x'.repeat(119)}😀`;
    const look = await lookAtFile(openIn(bytesOf(`conversation_id,body\n1,a\0b\n2,${body}\n`)), { fileName: 'file' });
    if ('refused' in look) throw new Error('It can be read.');
    expect(look.plan.columns[1]?.samples).toEqual(['a␀b', 'x'.repeat(119)]);
  });

  it('name a role nobody knows without breaking its last character', async () => {
    const { problems } = await readWhole(
      `conversation_id,author_role,body\n1,agent,a\n1,customer,b\n1,${'r'.repeat(59)}😀,hi\n`,
    );
    expect(problems[0]?.reason).toContain(`“${'r'.repeat(59)}”`);
  });

  it('name a field nobody knows, whatever its name holds', async () => {
    const item = '{"id":1,"a\\u0000b\\ud800c":2,"messages":[{"role":"agent","text":"hi"}]}';
    const { problems } = await readWhole(item);
    expect(problems.map(({ column }) => column)).toEqual(['a␀b␀c']);
  });
});
