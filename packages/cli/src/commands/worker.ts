/** `rapport worker`: one more worker; any number may share a database. */
import { runWorkerProcess } from '@rapport/server/run-worker-process';
import type { Command } from 'commander';
import { findInstallation } from '../installation.ts';

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('Run one more worker on the same database; files are read by workers that share RAPPORT_DATA')
    .action(async () => {
      const { rootFolder } = findInstallation();
      const say = (line: string) => void process.stdout.write(`${line}\n`);
      await (await runWorkerProcess({ environment: process.env, rootFolder, say })).stopped;
    });
}
