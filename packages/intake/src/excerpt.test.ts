import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { lookAtFile } from './look-at-file.ts';
import { maskText } from './masking/mask-text.ts';
import { bytesOf, openIn, readWhole } from './read-whole.test-data.ts';

describe('excerpts of foreign text', () => {
  it('are cut between characters and never hold what cannot be stored', () => {
    expect(excerpt('abc😀', 4)).toBe('abc');
    expect(excerpt('abc😀', 5)).toBe('abc😀');
    expect(excerpt('a\0b\ud800c', 9)).toBe('a␀b␀c');
  });

  it('end before what has to be masked, for half of it would pass unmasked', () => {
    for (const secret of [
      'zoe.hart@home.example',
      '4111 1111 1111 1111',
      'DE89 3704 0044 0532 0130 00',
      '+44 7700 900123',
    ]) {
      const text = `Please write to me, it is ${secret} as before, and do not wait for long.`;
      for (let most = 1; most < text.length; most++) {
        const shown = excerpt(text, most);
        expect(text.startsWith(shown)).toBe(true);
        expect(maskText(shown).text.includes(secret.slice(0, 6))).toBe(false);
      }
    }
    expect(excerpt('It is order 4111, as before', 14)).toBe('It is order 41');
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
