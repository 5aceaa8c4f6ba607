/**
 * Kills server, worker and database with -9 at random moments while files are imported, twenty times, then proves that
 * nothing acknowledged was lost or doubled: every import ends with the counts of its file, no count ever goes back, every
 * killed worker's work goes on within a minute, the stored rows of all imports are equal to each other, no work is left
 * over, and `verify` finds nothing.
 *
 *     npm run check:crash                        20 kills, a new seed
 *     npm run check:crash -- 7 1234 FILE.gz      7 kills, seed 1234, another file of JSON lines
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  call,
  confirmAuthors,
  getImport,
  getStatus,
  type ImportRun,
  listImports,
  RapportError,
  startImport,
} from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { startServer } from '../running-server.ts';
import { countFile } from './count-file.ts';
import { assertNothingTakenBack, killSomething, type Target, targets } from './kill-something.ts';
import { describeActivity, listWorkLeft, takeFingerprints } from './look-inside.ts';
import { createStopwatch } from './stopwatch.ts';

const kills = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));
const preferred = '../shared/inbox/star.jsonl.gz';
const file = process.argv[4] ?? (existsSync(preferred) ? preferred : 'examples/sample-team/sample-team.jsonl.gz');
const random = createRandom(seed);
const bytes = new Blob([readFileSync(file)]);
const wanted = countFile(file);
const began = Date.now();
const say = (line: string) =>
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
say(`crash drill: ${kills} kills, seed ${seed}, file ${basename(file)} with ${wanted.units} messages`);

let server = await startServer();
const place = { dataFolder: server.dataFolder, port: Number(new URL(server.origin).port) };
const stopwatch = createStopwatch(() => Date.now());
const ends: ImportRun[] = [];
let killed = 0;
let cutOff = 0;
try {
  // Two at least: each is the measure of the other, and the last one mostly runs undisturbed.
  for (let round = 1; killed < kills || ends.length < 2; round += 1) ends.push(await follow(await send(round)));
  await check();
  describeOutages();
  say(`${killed} kills, ${cutOff} uploads cut off, seed ${seed}: 1 passed, 0 failed`);
} catch (error) {
  say(`${error instanceof Error ? error.stack : String(error)}\n${killed} kills, seed ${seed}: 0 passed, 1 failed`);
  say(await describeActivity(place.dataFolder).catch((cause: unknown) => String(cause)));
  process.exitCode = 1;
} finally {
  await server.end();
}

/** Sends the file until it is acknowledged; some uploads are cut off by a kill. @returns the import's id */
async function send(round: number): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const source = `round-${round}-${attempt}`;
    const sending = call(startImport, {
      origin: server.origin,
      query: { fileName: basename(file), source },
      bytes,
    }).catch(nothingWhenAway);
    if (killed < kills && random.next() < 0.5) {
      await sleep(random.next() * 60);
      await kill('sending', random.next() < 0.5 ? 'server' : 'everything');
    }
    const begun = (await sending) ?? (await findSent(source));
    if (begun !== null) {
      say(`round ${round}: import ${begun.id} acknowledged`);
      return begun.id;
    }
    cutOff += 1;
    say(`round ${round}: the upload was cut off; it is sent again`);
  }
}

/** The answer may be lost after the file was taken: then it is taken. */
async function findSent(source: string): Promise<ImportRun | null> {
  const { imports } = await call(listImports, { origin: server.origin });
  const found = imports.find((one) => one.source === source);
  if (found?.state === 'receiving') throw new Error(`the upload ${source} is still said to be received`);
  return found === undefined || found.state === 'failed' ? null : found;
}

/** Follows one import to its end, killing something every now and then. */
async function follow(importId: string): Promise<ImportRun> {
  let before: ImportRun | undefined;
  for (let next = Date.now() + pause('looking'); ; ) {
    const run = await call(getImport, { origin: server.origin, params: { importId } }).catch(nothingWhenAway);
    const wasRunning = stopwatch.isRunning();
    if (run !== null) {
      assertNothingTakenBack(before, run);
      before = run;
      if (run.state === 'failed') throw new Error(`import ${importId} failed: ${run.failure}`);
      if (stopwatch.look(run) && wasRunning) {
        say(`    went on after ${stopwatch.outages.at(-1)?.milliseconds} ms`);
        next = Date.now() + pause(run.state);
      }
      if (run.state === 'done') return run;
      if (run.state === 'who-is-who') await confirm(importId);
    }
    if (killed < kills && Date.now() >= next) {
      await kill(describe(run));
      // Every fourth time another kill comes before work had time to go on.
      next = Date.now() + (random.next() < 0.25 ? random.next() * 3000 : 120_000);
    }
    await sleep(50);
  }
}

/** While parts of it are gone Rapport may say so; any other error is a defect. */
function nothingWhenAway(error: unknown): null {
  if (error instanceof RapportError && error.code === 'unavailable') return null;
  throw error;
}

/** Reading is over sooner than scoring, so kills come closer together there. */
function pause(state: ImportRun['state']): number {
  return random.next() * (state === 'looking' || state === 'reading' ? 1500 : 6000);
}

async function confirm(importId: string): Promise<void> {
  await call(confirmAuthors, { origin: server.origin, params: { importId }, body: { roles: {} } }).catch(
    (error: unknown) => {
      // The answer to an earlier try may have been lost: then it is confirmed already.
      if (!(error instanceof RapportError && error.code === 'conflict')) nothingWhenAway(error);
    },
  );
}

async function kill(state: string, given?: Target): Promise<void> {
  const target = given ?? targets[Math.floor(random.next() * targets.length)] ?? 'worker';
  if (!killSomething(server, target)) return;
  killed += 1;
  say(`  kill ${killed}: ${target} while ${state}`);
  stopwatch.start(target, state);
  if (target !== 'server' && target !== 'everything') return;
  await sleep(200);
  server = await startServer(place);
}

function describe(run: ImportRun | null): string {
  return run === null ? 'away' : `${run.state}, ${run.counts.accepted} read, ${run.counts.scored} scored`;
}

async function check(): Promise<void> {
  for (const { id, counts } of ends) {
    const { units, accepted, duplicate, rejected, conversations, toScore, scored } = counts;
    const found = JSON.stringify(counts);
    if (accepted + duplicate + rejected !== units) throw new Error(`import ${id}: units do not add up, ${found}`);
    if (units !== wanted.units || accepted !== wanted.messages || conversations !== wanted.conversations)
      throw new Error(`import ${id}: ${JSON.stringify(wanted)} wanted, ${found}`);
    if (scored !== toScore || toScore !== wanted.conversations)
      throw new Error(`import ${id}: not all scored, ${found}`);
  }
  const stored = await call(getStatus, { origin: server.origin });
  say(`${stored.conversations} conversations, ${stored.messages} messages stored`);
  if (stored.conversations !== wanted.conversations * ends.length)
    throw new Error(
      `${stored.conversations} conversations stored, ${wanted.conversations} × ${ends.length} acknowledged`,
    );
  if (stored.messages !== wanted.messages * ends.length)
    throw new Error(`${stored.messages} messages stored, ${wanted.messages} × ${ends.length} acknowledged`);
  await compareRounds();
  await expectNoWorkLeft();
  const verify = spawnSync(process.execPath, ['dist/rapport.mjs', 'verify'], {
    env: { ...process.env, RAPPORT_DATA: place.dataFolder, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  process.stdout.write(verify.stdout);
  if (verify.status !== 0) throw new Error(`verify ended with ${verify.status}\n${verify.stderr}`);
}

/** Every source holds the same file, so what is stored of it, found in it and counted must be the same. */
async function compareRounds(): Promise<void> {
  const prints = await takeFingerprints(place.dataFolder);
  const [[firstSource, first] = ['', new Map<string, string>()], ...others] = prints;
  if (prints.size !== ends.length) throw new Error(`${prints.size} sources stored, ${ends.length} acknowledged`);
  for (const [kind, print] of first) say(`  ${kind}: ${print}`);
  for (const [source, print] of others) {
    for (const [kind, text] of first) {
      if (print.get(kind) !== text)
        throw new Error(`${kind} of ${source} (${print.get(kind)}) differ from those of ${firstSource} (${text})`);
    }
  }
  say(`all ${prints.size} imports are stored and scored alike, row by row`);
}

/** What a killed worker held comes back once more, finds its work done and ends. */
async function expectNoWorkLeft(): Promise<void> {
  for (const until = Date.now() + 60_000; ; await sleep(500)) {
    const left = await listWorkLeft(place.dataFolder);
    if (left.length === 0) return;
    if (Date.now() > until || left.some((one) => one.endsWith('failed')))
      throw new Error(`work is left over: ${left.join(', ')}`);
  }
}

function describeOutages(): void {
  for (const target of targets) {
    const times = stopwatch.outages.filter(({ what }) => what === target).map(({ milliseconds }) => milliseconds);
    if (times.length === 0) continue;
    const sorted = times.sort((a, b) => a - b);
    const seconds = (at: number) => ((sorted[at] ?? 0) / 1000).toFixed(1);
    say(
      `after a kill of ${target}: work went on after ${seconds(Math.floor(sorted.length / 2))} s (median of ${sorted.length}), ${seconds(sorted.length - 1)} s at the longest`,
    );
  }
}
