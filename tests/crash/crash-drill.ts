/**
 * Kills server, worker and database with -9 at random moments while files are imported, twenty times, then proves that
 * nothing acknowledged was lost or doubled: every import ends, its units add up, the stored counts are those of the
 * file, and `verify` finds nothing.
 *
 *     npm run check:crash                 20 kills, a new seed
 *     npm run check:crash -- 7 1234       7 kills, seed 1234
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { call, confirmAuthors, getImport, getStatus, type ImportRun, startImport } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import {
  findChildren,
  findPostmaster,
  killDatabase,
  killHard,
  type RunningServer,
  startServer,
} from '../running-server.ts';

const kills = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));
const random = createRandom(seed);
const preferred = '../shared/inbox/star.jsonl.gz';
const file = existsSync(preferred) ? preferred : 'examples/sample-team/sample-team.jsonl.gz';
const bytes = new Blob([readFileSync(file)]);
process.stdout.write(`crash drill: ${kills} kills, seed ${seed}, file ${basename(file)}\n`);

let server = await startServer();
const place = { dataFolder: server.dataFolder, port: Number(new URL(server.origin).port) };
const ends: ImportRun[] = [];
let killed = 0;
try {
  for (let round = 1; killed < kills || ends.length === 0; round += 1) {
    const begun = await call(startImport, {
      origin: server.origin,
      query: { fileName: basename(file), source: `round-${round}` },
      bytes,
    });
    process.stdout.write(`round ${round}: import ${begun.id} acknowledged\n`);
    ends.push(await follow(begun.id));
  }
  await check();
  process.stdout.write(`1 passed, 0 failed\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\nseed ${seed}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
} finally {
  await server.end();
}

/** Follows one import to its end, killing something every now and then. */
async function follow(importId: string): Promise<ImportRun> {
  const until = Date.now() + 15 * 60_000;
  while (Date.now() < until) {
    const run = await call(getImport, { origin: server.origin, params: { importId } }).catch(() => null);
    if (run?.state === 'done') return run;
    if (run?.state === 'failed') throw new Error(`import ${importId} failed: ${run.failure}`);
    if (run?.state === 'who-is-who') {
      await call(confirmAuthors, { origin: server.origin, params: { importId }, body: { roles: {} } }).catch(
        () => null,
      );
    }
    if (killed < kills && random.next() < 0.35) await killSomething(run);
    await new Promise((resolve) => setTimeout(resolve, 100 + random.next() * 900));
  }
  throw new Error(`import ${importId} did not end within 15 minutes`);
}

async function killSomething(run: ImportRun | null): Promise<void> {
  const what = (['worker', 'server', 'database', 'everything'] as const)[Math.floor(random.next() * 4)] ?? 'worker';
  const pid = server.child.pid ?? 0;
  const children = findChildren(pid);
  const postmaster = findPostmaster(place.dataFolder);
  killed += 1;
  process.stdout.write(
    `  kill ${killed}: ${what} while ${run?.state ?? 'away'}, ${run?.counts.accepted ?? '?'} read, ${run?.counts.scored ?? '?'} scored\n`,
  );
  if (what === 'worker' || what === 'everything')
    for (const child of children) if (child !== postmaster) killHard(child);
  if (what === 'database' || what === 'everything') killDatabase(place.dataFolder);
  if (what === 'server' || what === 'everything') {
    killHard(pid);
    server = await restart();
  }
}

async function restart(): Promise<RunningServer> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return startServer(place);
}

async function check(): Promise<void> {
  const wanted = ends.reduce((sum, one) => sum + one.counts.conversations, 0);
  const stored = await call(getStatus, { origin: server.origin });
  process.stdout.write(`${stored.conversations} conversations, ${stored.messages} messages stored\n`);
  if (stored.conversations !== wanted)
    throw new Error(`${stored.conversations} conversations stored, ${wanted} acknowledged`);
  for (const { id, counts } of ends) {
    if (counts.accepted + counts.duplicate + counts.rejected !== counts.units)
      throw new Error(`import ${id}: units do not add up`);
    const [first] = ends;
    if (first && counts.units !== first.counts.units)
      throw new Error(`import ${id}: ${counts.units} units, others ${first.counts.units}`);
    if (first && counts.conversations !== first.counts.conversations)
      throw new Error(`import ${id}: other number of conversations`);
  }
  const verify = spawnSync(process.execPath, ['dist/rapport.mjs', 'verify'], {
    env: { ...process.env, RAPPORT_DATA: place.dataFolder, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  process.stdout.write(verify.stdout);
  if (verify.status !== 0) throw new Error(`verify ended with ${verify.status}\n${verify.stderr}`);
}
