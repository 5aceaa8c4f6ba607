/** `rapport serve`: database, pages, API and a worker, until it is told to stop. This is what `npm start` runs. */
import { serveRapport } from '@rapport/server/main';
import type { Command } from 'commander';
import { findInstallation } from '../installation.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Serve the pages and the API on 127.0.0.1 (PORT, RAPPORT_DATA and DATABASE_URL are respected)')
    .action(async () => {
      const running = await serveRapport({
        ...findInstallation(),
        environment: process.env,
        say: (line) => process.stdout.write(`${line}\n`),
      });
      await running.stopped;
    });
}
