import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type KeptWorker, keepWorker } from './keep-worker.ts';

const log = { info: () => {}, warn: () => {} };
const program = (script: string): [string, ...string[]] => [process.execPath, '-e', script];
const staying = 'process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000);';

async function waitForPid(worker: KeptWorker, other?: number): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const pid = worker.pid();
    if (pid !== null && pid !== other) return pid;
    await sleep(25);
  }
  throw new Error('no worker came up');
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the worker beside the server', () => {
  it('is brought back when it is killed, and stays away once it was stopped', async () => {
    const worker = keepWorker({ command: program(staying), environment: process.env, log, pauseMilliseconds: 10 });
    const first = await waitForPid(worker);
    process.kill(first, 'SIGKILL');
    const second = await waitForPid(worker, first);
    expect(lives(second)).toBe(true);
    await worker.stop();
    expect(lives(second)).toBe(false);
    await sleep(60);
    expect(worker.pid()).toBeNull();
  });

  it('is tried again when its program cannot be started at all', async () => {
    const command: [string] = ['/nonexistent/program'];
    const seen: unknown[] = [];
    const tell = { info: () => {}, warn: (facts: object) => void seen.push(facts) };
    const worker = keepWorker({ command, environment: process.env, log: tell, pauseMilliseconds: 5 });
    await sleep(120);
    await worker.stop();
    expect(seen.length).toBeGreaterThan(1);
  });
});
