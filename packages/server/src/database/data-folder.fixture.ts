import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { clusterPlaces } from './cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { startDatabase } from './start-database.ts';

export type Started = { process: ChildProcess; attached: boolean; appUrl: string };

export const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A temporary data folder that the server's user can enter, also as root. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-database-'));
  await chmod(folder, 0o711);
  return folder;
}

/** Leaves neither server nor folder behind, whatever the test has done to them. */
export async function removeDataFolder(dataFolder: string): Promise<void> {
  const places = clusterPlaces(await realpath(dataFolder), 18);
  if ((await readPostmasterFile(places.dataDirectory)) !== null) {
    const database = await startDatabase({ dataFolder, durable: false, log: silent });
    await database.stop({ evenIfAttached: true });
  }
  await rm(dataFolder, { recursive: true, force: true });
}

/** Starts or joins the database of a folder in a process of its own. */
export function startInChild(dataFolder: string): Promise<Started> {
  const script = fileURLToPath(new URL('./start-database.child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, dataFolder], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let [output, errors] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (!output.includes('\n')) return;
      const answer: unknown = JSON.parse(output);
      if (typeof answer !== 'object' || answer === null) return;
      const { attached, appUrl } = { attached: undefined, appUrl: undefined, ...answer };
      resolve({ process: child, attached: attached === true, appUrl: String(appUrl) });
    });
    child.on('exit', (code) => reject(new Error(`the child ended with ${code}: ${errors}`)));
  });
}

/** Kills as `kill -9` does and waits until it is done. */
export function killChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** One statement on a connection of its own; the first column of the first row. */
export async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
