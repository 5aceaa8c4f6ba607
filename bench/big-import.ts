/** The product as it is run, with a file of a million messages on its way in: what the benches of the store share. */
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, getImport, type ImportRun, startImport } from '@rapport/contract';
import { findChildren, findPostmaster, type RunningServer, startServer } from '../tests/running-server.ts';
import { writeBigFile } from './big-file.ts';

export interface BigImport {
  server: RunningServer;
  importId: string;
  conversations: number;
  messages: number;
  /** Packed, as it was sent. */
  fileBytes: number;
  /** Seconds from the first byte sent to the acknowledgement. */
  sentIn: number;
  /** Seconds from the acknowledgement to these states. */
  reached: { reading: number; stored: number; whoIsWho: number };
}

/** `--messages N` of the command line; a million unless said. */
export function messagesWanted(): number {
  const wanted = Number(optionOf('--messages') ?? 1_000_000);
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--messages takes a whole number');
  return wanted;
}

/** The word after this one on the command line. */
export function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Starts a server with data of its own and sends it a big file; returns when a person would be asked who is who. */
export async function importBigFile(wanted: number): Promise<BigImport> {
  if (!existsSync('dist/rapport.mjs')) throw new Error('Rapport is not built: npm start builds it.');
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const path = join(folder, 'big.jsonl.gz');
  try {
    const { conversations, messages } = await writeBigFile(path, wanted);
    const fileBytes = statSync(path).size;
    const server = await startServer();
    try {
      const began = performance.now();
      const { id } = await call(startImport, {
        origin: server.origin,
        query: { fileName: 'big.jsonl.gz', source: 'bench' },
        bytes: await openAsBlob(path),
      });
      const sentIn = (performance.now() - began) / 1000;
      const reached = await followReading(server, id);
      return { server, importId: id, conversations, messages, fileBytes, sentIn, reached };
    } catch (error) {
      await server.end();
      throw error;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function followReading(server: RunningServer, importId: string): Promise<BigImport['reached']> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const reached = { reading: 0, stored: 0, whoIsWho: 0 };
  for (;;) {
    const { state, counts } = await loadRun(server, importId);
    if (state !== 'looking' && reached.reading === 0) reached.reading = since();
    const isStored = state !== 'looking' && counts.bytesTotal > 0 && counts.bytesRead === counts.bytesTotal;
    if (isStored && reached.stored === 0) reached.stored = since();
    if (state === 'who-is-who') return { ...reached, whoIsWho: since() };
    await sleep(100);
  }
}

/** @throws Error when the import has failed */
export async function loadRun(server: RunningServer, importId: string): Promise<ImportRun> {
  const run = await call(getImport, { origin: server.origin, params: { importId } });
  if (run.state === 'failed') throw new Error(`the import failed: ${run.failure}`);
  return run;
}

/** The most memory a process of the server has ever held, in MB, as Linux counts it; null where nobody counts. */
export function peakMemory(server: RunningServer, of: 'worker' | 'server'): number | null {
  const pid = server.child.pid ?? 0;
  const postmaster = findPostmaster(server.dataFolder);
  const found = of === 'server' ? pid : (findChildren(pid).find((child) => child !== postmaster) ?? 0);
  const file = `/proc/${found}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
