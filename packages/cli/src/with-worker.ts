/** A worker beside a command, as the server has one: the file is read in a process that may be ended and brought back. */
import { keepWorker } from '@rapport/server/keep-worker';
import { findInstallation } from './installation.ts';
import { stderrLog } from './open-store.ts';

export async function withWorker<Result>(work: () => Promise<Result>): Promise<Result> {
  const worker = keepWorker({
    command: findInstallation().workerCommand,
    // Its log is for those who run a server; here what becomes of the file is told by the command.
    environment: { MALLOC_ARENA_MAX: '2', RAPPORT_LOG: 'error', ...process.env },
    logsToStderr: true,
    log: stderrLog,
  });
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}
