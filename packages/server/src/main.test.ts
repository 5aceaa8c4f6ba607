import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  call,
  getConversation,
  getFocus,
  getImport,
  getStatus,
  type ImportRun,
  listConversations,
  RapportError,
  startSample,
} from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningRapport, type ServeOptions, serveRapport } from './main.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const rootFolder = resolve(here, '..', '..', '..');
const worker = `
  const { runWorkerProcess } = await import(${JSON.stringify(pathToFileURL(join(here, 'run-worker-process.ts')).href)});
  const options = { environment: process.env, rootFolder: ${JSON.stringify(rootFolder)}, say: () => {} };
  await (await runWorkerProcess(options)).stopped;`;

let folder: string;
let options: ServeOptions;
let running: RunningRapport;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-main-'));
  // As root PostgreSQL runs under another user, who has to get in.
  await chmod(folder, 0o711);
  const sampleFile = join(folder, 'sample.jsonl.gz');
  await writeFile(sampleFile, await cutSample());
  options = {
    environment: {
      ...process.env,
      PORT: '0',
      RAPPORT_DATA: join(folder, 'data'),
      DATABASE_URL: '',
      RAPPORT_LOG: 'silent',
    },
    rootFolder,
    version: '0.0.0-test',
    webFolder: null,
    sampleFile,
    workerCommand: [process.execPath, '--import', 'tsx', '--input-type=module', '-e', worker],
    say: (line) => said.push(line),
  };
  running = await serveRapport(options);
});
afterAll(async () => {
  await running.stop();
  await running.stopped;
  await rm(folder, { recursive: true, force: true });
});

/** The first conversations of the sample team: enough for a focus, and quick. */
async function cutSample(): Promise<Buffer> {
  const whole = gunzipSync(await readFile(join(rootFolder, 'examples', 'sample-team', 'sample-team.jsonl.gz')));
  return gzipSync(`${whole.toString('utf8').split('\n').slice(0, cutTo).join('\n')}\n`);
}
const cutTo = 80;

describe('a running Rapport', () => {
  it('tells its address, and answers there', async () => {
    expect(said).toEqual([`Rapport is at ${running.address}`]);
    const status = await call(getStatus, { origin: running.address });
    expect(status).toMatchObject({ version: '0.0.0-test', conversations: 0, sample: false });
  });

  it('brings a sample from one click to a focus, with the worker beside it', { timeout: 120_000 }, async () => {
    const { id } = await call(startSample, { origin: running.address });
    let run: ImportRun | undefined;
    for (const until = Date.now() + 100_000; Date.now() < until && run?.state !== 'done'; ) {
      run = await call(getImport, { origin: running.address, params: { importId: id } });
      expect(['failed', 'paused', 'needs-mapping']).not.toContain(run.state);
      await new Promise((wait) => setTimeout(wait, 250));
    }
    expect(run).toMatchObject({ state: 'done', source: 'sample', problems: 0 });
    expect(run?.counts.conversations).toBe(cutTo);
    expect(await call(getStatus, { origin: running.address })).toMatchObject({ sample: true, conversations: cutTo });
    const { focus, refreshing } = await call(getFocus, { origin: running.address });
    expect(refreshing).toBe(false);
    expect(focus?.qualities.length).toBeGreaterThan(0);
    // The click from a number to the words behind it.
    const tip = focus?.reading[0];
    const detail = await call(getConversation, {
      origin: running.address,
      params: { conversationId: tip?.conversationId ?? '' },
    });
    expect(detail.moments.some(({ quality }) => quality === tip?.quality)).toBe(true);
    const { rows } = await call(listConversations, { origin: running.address, query: { limit: 200 } });
    expect(rows.flatMap(({ agents }) => agents).every((name) => /^Agent \d+$/.test(name))).toBe(true);
  });

  it('says in one sentence that its port is taken, and leaves the one that runs alone', async () => {
    const port = new URL(running.address).port;
    const second = serveRapport({ ...options, environment: { ...options.environment, PORT: port } });
    await expect(second).rejects.toThrow(RapportError);
    await expect(second).rejects.toThrow(`Port ${port} is taken`);
    expect(await call(getStatus, { origin: running.address })).toMatchObject({ sample: true });
  });
});
