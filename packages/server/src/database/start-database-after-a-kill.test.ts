import { mkdir, readdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, killChild, makeDataFolder, removeDataFolder, silent, startInChild } from './data-folder.fixture.ts';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { startDatabase } from './start-database.ts';

/** Looks at who it is before it kills, as the product must; the number alone proves nothing. */
async function killServer(dataFolder: string): Promise<number> {
  const data = join(await realpath(dataFolder), 'pg18', 'data');
  const file = await readPostmasterFile(data);
  if (file === null || (await isPostmasterOf(file.pid, data)) !== true) throw new Error('no server to kill');
  process.kill(file.pid, 'SIGKILL');
  return file.pid;
}

describe('starting PostgreSQL after something was killed', { timeout: 120_000 }, () => {
  let dataFolder = '';
  beforeEach(async () => {
    dataFolder = await makeDataFolder();
  });
  afterEach(() => removeDataFolder(dataFolder), 60_000);

  it('joins the server that outlived its starter', async () => {
    const starter = await startInChild(dataFolder);
    expect(starter.attached).toBe(false);
    await killChild(starter.process);
    const database = await startDatabase({ dataFolder, log: silent });
    expect(database).toMatchObject({ attached: true, appUrl: starter.appUrl });
    await database.stop({ evenIfAttached: true });
    await expect(ask(database.appUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('recovers the data when starter and server were both killed', async () => {
    const starter = await startInChild(dataFolder);
    const joined = await startDatabase({ dataFolder, log: silent });
    await ask(joined.ownerUrl, 'CREATE TABLE kept AS SELECT generate_series(1, 5000) AS a');
    await killChild(starter.process);
    await killServer(dataFolder);
    const database = await startDatabase({ dataFolder, log: silent });
    expect(database.attached).toBe(false);
    expect(await ask(database.ownerUrl, 'SELECT count(*)::int FROM kept')).toBe(5000);
  });

  it('brings a killed server back by itself, on the same port, with its data', async () => {
    const database = await startDatabase({ dataFolder, log: silent });
    await ask(database.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS a');
    const killed = await killServer(dataFolder);
    const until = Date.now() + 20_000;
    let answer: unknown = null;
    while (answer === null && Date.now() < until) {
      answer = await ask(database.ownerUrl, 'SELECT a FROM kept').catch(() => null);
      await sleep(20);
    }
    expect(answer).toBe(7);
    const data = join(await realpath(dataFolder), 'pg18', 'data');
    expect((await readPostmasterFile(data))?.pid).not.toBe(killed);
    await database.stop();
    await expect(ask(database.ownerUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('brings a killed server back although the process that started it is gone', async () => {
    const starter = await startInChild(dataFolder);
    const joined = await startDatabase({ dataFolder, log: silent });
    expect(joined.attached).toBe(true);
    await killChild(starter.process);
    await killServer(dataFolder);
    await expect.poll(() => ask(joined.appUrl, 'SELECT 7').catch(() => null), { timeout: 20_000 }).toBe(7);
    await joined.stop();
    await expect(ask(joined.appUrl, 'SELECT 7')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('leaves a server running that others still use, although it started it', async () => {
    const database = await startDatabase({ dataFolder, log: silent });
    await database.stop({ leaveRunning: true });
    expect(await ask(database.appUrl, 'SELECT 7')).toBe(7);
    const next = await startDatabase({ dataFolder, log: silent });
    expect(next.attached).toBe(true);
    await next.stop({ evenIfAttached: true });
  });

  it('lets exactly one of several processes start it, and all of them use it', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => startInChild(dataFolder)));
    expect(all.filter(({ attached }) => !attached)).toHaveLength(1);
    expect(new Set(all.map(({ appUrl }) => appUrl)).size).toBe(1);
    for (const { appUrl } of all) expect(await ask(appUrl, 'SELECT 1')).toBe(1);
    await Promise.all(all.map((started) => killChild(started.process)));
  });

  it('lets exactly one of several calls in one process start it', async () => {
    const all = await Promise.all([1, 2, 3].map(() => startDatabase({ dataFolder, log: silent })));
    expect(all.filter(({ attached }) => !attached)).toHaveLength(1);
    await Promise.all(all.map((database) => database.stop()));
  });

  it('throws away what a killed creation left behind, with its lock', async () => {
    await mkdir(join(dataFolder, 'pg18.init-0a1b2c3d', 'data'), { recursive: true });
    await writeFile(join(dataFolder, 'pg18.init-0a1b2c3d', 'data', 'PG_VERSION'), '18\n');
    await writeFile(join(dataFolder, 'database.lock'), JSON.stringify({ pid: 2 ** 22 + 1, nonce: 'of-the-dead' }));
    const database = await startDatabase({ dataFolder, log: silent });
    expect(await ask(database.appUrl, 'SELECT 1')).toBe(1);
    expect(await readdir(dataFolder)).toEqual(['pg18']);
    await database.stop();
  });
});
