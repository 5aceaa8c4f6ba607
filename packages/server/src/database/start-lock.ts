import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './database-error.ts';

type Holder = { pid: number; nonce: string };

const beatMilliseconds = 2_000;
/** A holder that has shown no sign of life for this long is gone, even if its number has passed to another process. */
const silenceMilliseconds = 20_000;
const pollMilliseconds = 20;

/** Locks this very process holds: after a restart in a container the old holder often had our own number. */
const ours = new Set<string>();

/**
 * Runs `work` while holding `file`, so that of several processes exactly one initialises and starts the cluster and the
 * others find it running. The lock of a dead process is taken over at once.
 *
 * It keeps order, not safety: should two processes ever hold it, `postmaster.pid` and the rename of the finished
 * cluster still let only one of them through.
 */
export async function withStartLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const nonce = randomUUID();
  ours.add(nonce);
  try {
    while (!(await tryTake(file, { pid: process.pid, nonce }))) {
      await removeDeadHolder(file);
      await sleep(pollMilliseconds);
    }
    const beat = setInterval(() => {
      const now = new Date();
      utimes(file, now, now).catch(() => {});
    }, beatMilliseconds);
    beat.unref();
    try {
      await removeLeftOvers(file);
      return await work();
    } finally {
      clearInterval(beat);
      if ((await readHolder(file))?.nonce === nonce) await rm(file, { force: true });
    }
  } finally {
    ours.delete(nonce);
  }
}

/** Written whole under another name and then linked, so that nobody ever reads a half-written lock. */
async function tryTake(file: string, holder: Holder): Promise<boolean> {
  const whole = `${file}.${holder.nonce}`;
  await writeFile(whole, JSON.stringify(holder), { mode: 0o644 });
  try {
    await link(whole, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

/** What processes killed in the middle of taking the lock have left beside it. */
async function removeLeftOvers(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const path = join(dirname(file), name);
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > silenceMilliseconds) await rm(path, { force: true });
  }
}

async function removeDeadHolder(file: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder === null || (await isAlive(file, holder))) return;
  // Two processes may both have found the holder dead. Moving the lock aside first shows which lock was really taken.
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const taken = await readHolder(aside);
  if (taken !== null && taken.nonce !== holder.nonce) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function isAlive(file: string, { pid, nonce }: Holder): Promise<boolean> {
  if (pid === process.pid) return ours.has(nonce);
  const lastBeat = await stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  if (Date.now() - lastBeat > silenceMilliseconds) return false;
  try {
    // Signal 0 only asks whether the process exists.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A lock that cannot be read as one belongs to nobody: it gets an owner that cannot live. */
async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const [, pid] = /"pid":(\d+)/.exec(text) ?? [];
  const [, nonce] = /"nonce":"([\w-]+)"/.exec(text) ?? [];
  return { pid: Number(pid ?? 2 ** 31 - 1), nonce: nonce ?? text };
}
