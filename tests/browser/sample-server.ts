/** A server on which the sample team is scored and nothing is left to do. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { call, getStatus, startSample } from '@rapport/contract';
import pg from 'pg';
import { inject, vi } from 'vitest';
import { clusterPlaces } from '../../packages/server/src/database/cluster.ts';
import { readConnection } from '../../packages/server/src/database/connection-file.ts';
import { adminRole, databaseName, localUrl } from '../../packages/server/src/database/roles.ts';
import { findFreePort, makeDataFolder, type RunningServer, startServer } from '../running-server.ts';

/** Scoring it anew for every file took a third of a run. */
export async function startSampleServer(): Promise<RunningServer> {
  const prepared = join(inject('sampleFolder'), 'scored');
  if (!existsSync(prepared)) await prepare(prepared);
  const dataFolder = makeDataFolder();
  copyFolder(prepared, dataFolder);
  return startServer({ dataFolder, port: await findFreePort() });
}

/** It gets its name once it is whole. */
async function prepare(prepared: string): Promise<void> {
  const dataFolder = `${prepared}-${process.pid}`;
  mkdirSync(dataFolder);
  chmodSync(dataFolder, 0o711);
  const server = await startServer({ dataFolder, port: await findFreePort() });
  const { origin } = server;
  await call(startSample, { origin });
  const wait = { timeout: 200_000, interval: 500 };
  await vi.waitUntil(async () => (await call(getStatus, { origin })).scored === 670, wait);
  await vi.waitUntil(() => isIdle(dataFolder), wait);
  await server.stop();
  execFileSync('mv', [dataFolder, prepared]);
}

/** With its owner, who is somebody else when this runs as root. */
function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
}

async function isIdle(dataFolder: string): Promise<boolean> {
  const connection = await readConnection(clusterPlaces(dataFolder, 18).connectionFile);
  if (connection === null) throw new Error(`no connection file below ${dataFolder}`);
  const { port, passwords } = connection;
  const client = new pg.Client(localUrl({ role: adminRole, password: passwords.admin, port, database: databaseName }));
  await client.connect();
  try {
    const { rows } = await client.query("SELECT FROM jobs.job WHERE state IN ('created', 'retry', 'active') LIMIT 1");
    return rows.length === 0;
  } finally {
    await client.end();
  }
}
