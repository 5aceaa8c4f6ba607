import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createPasswords, writeConnection } from './connection-file.ts';
import { DatabaseError } from './database-error.ts';
import type { Binaries } from './find-binaries.ts';
import type { SystemUser } from './find-system-user.ts';
import { findFreePort } from './free-port.ts';
import { makeFolder } from './make-folder.ts';
import { adminRole, roleStatements } from './roles.ts';
import { runProgram } from './run-program.ts';

/** The places of one cluster. Named by major version, because data of one major cannot be read by another. */
export type ClusterPlaces = { folder: string; dataDirectory: string; connectionFile: string; logFile: string };

export function clusterPlaces(dataFolder: string, major: number): ClusterPlaces {
  return placesBelow(join(dataFolder, `pg${major}`));
}

function placesBelow(folder: string): ClusterPlaces {
  return {
    folder,
    dataDirectory: join(folder, 'data'),
    connectionFile: join(folder, 'connection.json'),
    logFile: join(folder, 'postgres.log'),
  };
}

type Initialise = { places: ClusterPlaces; binaries: Binaries; user: SystemUser | null; durable: boolean };

/**
 * Makes the cluster unless it exists: data, the two roles, the database and the connection file, all in
 * `pg18.init-…`, which becomes `pg18` by one rename. So a cluster that exists is always a whole one, whatever was killed on the way.
 * The roles are made in single-user mode, before any port is open.
 *
 * @throws DatabaseError `initialise_failed`
 */
export async function initialiseCluster({ places, binaries, user, durable }: Initialise): Promise<void> {
  if (existsSync(places.folder)) return;
  await removeUnfinished(places.folder);
  // A name of its own each time: an initdb that outlived its killed caller must not write into the next attempt.
  const unfinished = placesBelow(`${places.folder}.init-${randomBytes(4).toString('hex')}`);
  await makeFolder(unfinished.folder);
  await mkdir(unfinished.dataDirectory, { mode: 0o700 });
  if (user !== null) await chown(unfinished.dataDirectory, user.uid, user.gid);

  const passwords = createPasswords();
  const data = unfinished.dataDirectory;
  const run = async (program: string, args: string[], input?: string) => {
    const result = await runProgram({ program, args, user, ...(input === undefined ? {} : { input }) });
    if (result.exitCode !== 0) throw initialiseFailed(places.folder, result.output);
  };
  // Nothing is forced to disk until all is there; then everything at once.
  await run(binaries.initdb, [
    '-D',
    data,
    '-U',
    adminRole,
    '-A',
    'reject',
    ...formatOptions(binaries.major),
    '--no-sync',
  ]);
  await writeFile(join(data, 'pg_hba.conf'), accessRules);
  await run(
    binaries.postgres,
    ['--single', '-F', '-D', data, '-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', 'template1'],
    `${roleStatements(passwords).join('\n')}\n`,
  );
  if (durable) await run(binaries.initdb, ['-D', data, '--sync-only']);
  await writeConnection(unfinished.connectionFile, { port: await findFreePort(), passwords });
  await rename(unfinished.folder, places.folder);
  if (durable) await syncFolder(dirname(places.folder));
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.init`)) continue;
    // Whoever still writes there is about to end; what it leaves goes at the next creation.
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => {});
  }
}

/** From this machine, over TCP, with a password: the one way in. */
const accessRules = 'host all all 127.0.0.1/32 scram-sha-256\n';

/**
 * Code-point order and Unicode case rules without the machine's locale files, so that a data folder means the same
 * everywhere. The built-in provider came with 17; before it, the C library's C.UTF-8 is the nearest thing.
 */
function formatOptions(major: number): string[] {
  const locale =
    major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C', '--lc-ctype=C.UTF-8'];
  return ['-E', 'UTF8', '--data-checksums', '--no-instructions', ...locale];
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function initialiseFailed(folder: string, output: string): DatabaseError {
  return new DatabaseError('initialise_failed', {
    what: `PostgreSQL could not create its data in ${folder}: ${output.split('\n').slice(-6).join(' ')}`,
    why: 'Nothing was stored yet, and Rapport cannot start without its database.',
    wayOut: 'Check free space and rights on that folder and start again, or name another folder in RAPPORT_DATA.',
  });
}
