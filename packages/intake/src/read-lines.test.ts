import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { readLines } from './read-lines.ts';
import { bytesOf, openIn } from './read-whole.test-data.ts';

async function linesOf(bytes: Uint8Array) {
  const found: [number, string][] = [];
  const limits = { ...defaultLimits, itemBytes: 100 };
  for await (const { line, text } of readLines(openIn(bytes), { fileName: 'texts', limits })) found.push([line, text]);
  return found;
}

describe('lines of text', () => {
  it('come with their numbers, without mark, blank lines and line ends', async () => {
    const text = bytesOf('\ufeffone\r\n\n  \ntwo\u2028still two\nthree');
    const lines = [
      [1, 'one'],
      [4, 'two\u2028still two'],
      [5, 'three'],
    ];
    expect(await linesOf(text)).toEqual(lines);
    expect(await linesOf(gzipSync(text, { mtime: 0 }))).toEqual(lines);
  });

  it('are refused by number when they are not UTF-8 or too long, never mended in silence', async () => {
    const latin = new Uint8Array([...bytesOf('fine\ncaf'), 0xe9, 0x0a]);
    await expect(linesOf(latin)).rejects.toMatchObject({ problem: { line: 2, code: 'bad-encoding' } });
    await expect(linesOf(bytesOf(`fine\n${'x'.repeat(200)}`))).rejects.toMatchObject({
      problem: { line: 2, code: 'row-too-long' },
    });
  });

  it('are refused when the archive is damaged', async () => {
    const cut = gzipSync(bytesOf('one\ntwo'), { mtime: 0 }).subarray(0, 15);
    await expect(linesOf(cut)).rejects.toMatchObject({ problem: { code: 'damaged-archive' } });
  });
});
