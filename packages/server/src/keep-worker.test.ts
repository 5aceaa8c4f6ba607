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

  it('is ended and brought back when it hangs, or takes more memory than it may', async () => {
    const hang = 'process.send({ rss: 1 }); for (;;);';
    const grow = 'process.send({ rss: 2 ** 31 }); setInterval(() => {}, 1000);';
    for (const [script, because] of [
      [hang, 'silent'],
      [grow, 'memory'],
    ] as const) {
      const seen: object[] = [];
      const worker = keepWorker({
        ...{ command: program(script), environment: process.env, pauseMilliseconds: 10 },
        leash: { silentSeconds: 5, mostBytes: 2 ** 30, secondMilliseconds: 10 },
        log: { info: () => {}, warn: (facts) => void seen.push(facts) },
      });
      const first = await waitForPid(worker);
      await waitForPid(worker, first);
      expect(seen[0]).toMatchObject({ because });
      await worker.stop();
    }
  });

  it('is left alone while it works long and says so, and before its first sign', async () => {
    const busy = `${staying} setTimeout(() => process.send({ rss: 1, patienceSeconds: 100000 }), 50);`;
    const worker = keepWorker({
      ...{ command: program(busy), environment: process.env, log, pauseMilliseconds: 10 },
      leash: { silentSeconds: 1, mostBytes: 2 ** 30, secondMilliseconds: 5 },
    });
    const first = await waitForPid(worker);
    await sleep(300);
    expect(worker.pid()).toBe(first);
    await worker.stop();
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
