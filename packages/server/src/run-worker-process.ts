/** Environment → a worker: beside a server as its child, or by itself on any machine that reaches the database. */
import { findFocus } from '@rapport/insight';
import pino from 'pino';
import { languageOf } from './detect-language.ts';
import { startWorker } from './jobs/run-worker.ts';
import { openRapport } from './open-rapport.ts';
import { type Environment, readServeSettings } from './serve-settings.ts';
import { waitForStop } from './wait-for-stop.ts';
import { giveSignsOfLife } from './watch-child.ts';

export interface WorkerProcessOptions {
  environment: Environment;
  /** The folder Rapport was checked out or unpacked into. */
  rootFolder: string;
  say: (line: string) => void;
}

const stopMilliseconds = 60_000;

/** @returns what ends when the worker was stopped, by a signal or because the server that started it is gone */
export async function runWorkerProcess(options: WorkerProcessOptions): Promise<{ stopped: Promise<void> }> {
  const { environment, rootFolder, say } = options;
  const log = pino({ level: readServeSettings(environment, process.stdout.isTTY === true).logLevel });
  const asked = waitForStop();
  if (process.send !== undefined) giveSignsOfLife();
  const open = await openRapport({ environment, rootFolder, log, connections: 2 });
  const { appUrl, dataFolder } = open.database;
  const worker = await startWorker({ appUrl, dataFolder, log, languageOf, findFocus, environment });
  // A child of the server says nothing: its terminal is that of the server.
  if (process.send === undefined) say('A worker of Rapport is running. Ctrl-C stops it after the piece under way.');
  const stop = async () => {
    // A database that is gone for good must not leave this process behind: whatever it holds is safe without it.
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    await worker.stop();
    await open.close();
    // All is closed; a connection that was just being made would keep this process for its ten idle seconds.
    process.exit();
  };
  return { stopped: asked.then(stop) };
}
