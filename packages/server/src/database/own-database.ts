import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attachment, attach, passwordRefused } from './attach.ts';
import { type ClusterPlaces, clusterPlaces, initialiseCluster } from './cluster.ts';
import { connectionFileDamaged, readConnection, writeConnection } from './connection-file.ts';
import type { Database, DatabaseLog } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { type Binaries, findBinaries } from './find-binaries.ts';
import { findClosedFolder } from './find-closed-folder.ts';
import { findSystemUser, type SystemUser } from './find-system-user.ts';
import { keepRunning } from './keep-running.ts';
import { makeFolder } from './make-folder.ts';
import { type Postmaster, startPostmaster, stopWithPgCtl } from './postmaster.ts';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { appRole, databaseName, localUrl, ownerRole } from './roles.ts';
import { withStartLock } from './start-lock.ts';

export type OwnDatabaseOptions = {
  dataFolder: string;
  log: DatabaseLog;
  durable: boolean;
  systemUser?: string | undefined;
  binFolder?: string | undefined;
};

/** What is needed to start, join and stop the server of one data folder. */
type Installation = { places: ClusterPlaces; binaries: Binaries; user: SystemUser | null; durable: boolean };

/** A running server and, if this process started it, the hand on it. */
type Running = Attachment & { postmaster: Postmaster | null };

/**
 * Makes the cluster of a data folder run: joins it when it runs, starts it when it does not, creates it when there is
 * none. Any number of processes of one host may call this at the same time. One host: two machines, or two containers,
 * must not share a data folder; PostgreSQL cannot see across that border either.
 */
export async function startOwnDatabase(options: OwnDatabaseOptions): Promise<Database> {
  const { log } = options;
  await makeFolder(options.dataFolder);
  // One spelling of the path for all processes, whatever links they came through.
  const dataFolder = await realpath(options.dataFolder);
  const installation = await findInstallation({ ...options, dataFolder });
  const lockFile = join(dataFolder, 'database.lock');
  const began = Date.now();
  const { connection, serverVersion, postmaster } = await joinOrStart(installation, lockFile);
  const verb = postmaster === null ? 'joined' : 'started';
  log.info(`PostgreSQL ${serverVersion} ${verb} on port ${connection.port} in ${Date.now() - began} ms`);

  const supervisor = keepRunning({
    postmaster,
    hasCrashed: () => hasCrashed(installation.places.dataDirectory),
    log,
    restart: async () => (await joinOrStart(installation, lockFile, { insistOnPort: true })).postmaster,
  });
  const url = (role: string, password: string) =>
    localUrl({ role, password, port: connection.port, database: databaseName });
  return {
    ownerUrl: url(ownerRole, connection.passwords.owner),
    appUrl: url(appRole, connection.passwords.app),
    ownerRole,
    appRole,
    kind: 'own',
    attached: postmaster === null,
    rowSecurity: true,
    dataFolder,
    serverVersion,
    stop: async ({ evenIfAttached = false, leaveRunning = false } = {}) => {
      await supervisor.stop({ leaveRunning });
      if (evenIfAttached && !leaveRunning && (await attach(installation.places)) !== null)
        await stopWithPgCtl(installation);
    },
  };
}

/** A server that stops in good order takes its file away; one that was killed leaves it behind. */
async function hasCrashed(dataDirectory: string): Promise<boolean> {
  const file = await readPostmasterFile(dataDirectory);
  return file !== null && (await isPostmasterOf(file.pid, dataDirectory)) === false;
}

async function joinOrStart(
  installation: Installation,
  lockFile: string,
  { insistOnPort = false } = {},
): Promise<Running> {
  // The usual case for a second process: no lock, no waiting, one connection.
  const running = await attach(installation.places);
  if (running !== null) return { ...running, postmaster: null };
  return withStartLock(lockFile, async () => {
    const startedMeanwhile = await attach(installation.places);
    if (startedMeanwhile !== null) return { ...startedMeanwhile, postmaster: null };
    await initialiseCluster(installation);
    return start(installation, insistOnPort);
  });
}

async function start(installation: Installation, insistOnPort: boolean): Promise<Running> {
  const { places } = installation;
  const stored = await readConnection(places.connectionFile);
  if (stored === null) throw connectionFileDamaged(places.connectionFile);
  const postmaster = await startPostmaster({ ...installation, wantedPort: stored.port, insistOnPort });
  try {
    if (postmaster.port !== stored.port) {
      await writeConnection(places.connectionFile, { ...stored, port: postmaster.port });
    }
    // The new server is held to the same proof as one we find: password and data directory.
    const attachment = await attach(places);
    if (attachment === null) throw passwordRefused(places.connectionFile);
    return { ...attachment, postmaster };
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

async function findInstallation(options: OwnDatabaseOptions): Promise<Installation> {
  const { dataFolder, durable, systemUser, binFolder } = options;
  const user = await findSystemUser({ wanted: systemUser, dataFolder });
  const closed = await findClosedFolder(dataFolder, user);
  if (closed !== null && user !== null) {
    throw new DatabaseError('folder_closed', {
      what: `The user "${user.name}", who runs PostgreSQL, cannot enter ${closed}.`,
      why: `The data folder ${dataFolder} lies below it, and PostgreSQL does not run as root.`,
      wayOut:
        'Name a data folder below an open one in RAPPORT_DATA (for example /var/lib/rapport), or open that folder.',
    });
  }
  const binaries = await findBinaries({ binFolder, user, copyFolder: join(dataFolder, 'postgresql') });
  return { places: clusterPlaces(dataFolder, binaries.major), binaries, user, durable };
}
