import { describe, expect, it } from 'vitest';
import { isPostmasterOf, parsePostmasterFile } from './postmaster-file.ts';

describe('reading postmaster.pid', () => {
  it('takes process, port and status from their lines', () => {
    const text = '4711\n/data\n1700000000\n5433\n\n127.0.0.1\n  1234  5\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 5433, status: 'ready' });
  });

  it('knows a file that is still being written', () => {
    expect(parsePostmasterFile('')).toBeNull();
    expect(parsePostmasterFile('4711\n/data\n')).toEqual({ pid: 4711, port: null, status: '' });
  });

  it('never takes a process group or the null process for a server', () => {
    expect(parsePostmasterFile('-1\n')).toBeNull();
    expect(parsePostmasterFile('0\n')).toBeNull();
  });
});

describe('looking at a process before believing its number', () => {
  it.skipIf(process.platform === 'win32')('says no to processes that are gone or are something else', async () => {
    expect(await isPostmasterOf(2 ** 22 + 1, '/data')).toBe(false);
    expect(await isPostmasterOf(process.ppid, '/data')).toBe(false);
  });
});
