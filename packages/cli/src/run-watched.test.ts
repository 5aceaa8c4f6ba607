import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { needsBound } from './run-bounded.ts';
import { followChild, readsFile } from './run-watched.ts';

const run = (script: string): ChildProcess =>
  spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
const leash = { silentSeconds: 3, mostBytes: 2 ** 30, secondMilliseconds: 10 };

async function follow(script: string): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const code = await followChild(run(script), leash);
    return { code, said: said.join('') };
  } finally {
    spy.mockRestore();
  }
}

describe('a command that reads a file in a process of its own', () => {
  it('ends as that process ends', async () => {
    expect(await follow('process.exit(4)')).toEqual({ code: exitCodes.partly, said: '' });
    expect(await follow('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).toEqual({
      code: 143,
      said: '',
    });
  });

  it('is ended where one piece never ends, and says which', async () => {
    const { code, said } = await follow('process.send({ rss: 1, doing: "Reading a.csv, line 7 …" }); for (;;);');
    expect(code).toBe(exitCodes.unreadable);
    expect(said).toContain('longer than 3 seconds');
    expect(said).toContain('Reading a.csv, line 7');
  });

  it('is ended where the file takes more memory than there is for it', async () => {
    const grown = await follow('process.send({ rss: 2 ** 31 }); setInterval(() => {}, 1000)');
    expect(grown.code).toBe(exitCodes.unreadable);
    expect(grown.said).toContain('more memory than the 1024 MB');
    const full = await follow('process.abort()');
    expect(full.code).toBe(exitCodes.unreadable);
    expect(full.said).toContain('more memory');
  });

  it('is every command that reads a file by itself, and no other', () => {
    const reads = ['score', 'label', 'analyse', 'past-reviews', 'import', 'serve', '--help'].filter((name) =>
      readsFile(['node', 'rapport', name]),
    );
    expect(reads).toEqual(['score', 'label', 'analyse', 'past-reviews']);
  });
});

describe('the server', () => {
  it('gets a bounded heap unless somebody has said how much it may be', () => {
    expect(needsBound(['node', 'rapport', 'serve'], [''])).toBe(true);
    expect(needsBound(['node', 'rapport', 'worker'], [''])).toBe(false);
    expect(needsBound(['node', 'rapport', 'serve'], ['', '--max-old-space-size=2048'])).toBe(false);
  });
});
