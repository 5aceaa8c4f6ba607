/** `rapport backup FILE` and `rapport restore FILE`: everything in one file, from one moment; back into an empty database. */
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { RapportError } from '@rapport/contract';
import { readDatabaseOptions } from '@rapport/server/database/read-database-options';
import { startDatabase } from '@rapport/server/database/start-database';
import { erasedFileOf, readErasedFile } from '@rapport/server/jobs/erased-file';
import { backUpStore } from '@rapport/server/store/back-up-store';
import type { ErasedLine } from '@rapport/server/store/erasure/erased-list';
import { replayErased } from '@rapport/server/store/erasure/replay-erased';
import { openStore } from '@rapport/server/store/open-store';
import { restoreStore } from '@rapport/server/store/restore-store';
import type { Command } from 'commander';
import { findInstallation } from '../installation.ts';
import { openFile, resolvePath } from '../open-file.ts';
import { withRapport } from '../open-store.ts';
import { openProgressLine } from '../progress-line.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .argument('<file>', 'where to write; it must not be there yet')
    .description('Write everything into one file, from one consistent moment, while everything runs')
    .action(async (given: string) => {
      const path = resolvePath(given);
      if (existsSync(path)) {
        throw new RapportError('bad-request', {
          what: `${path} is there already.`,
          wayOut: 'Name another file, or remove it first.',
        });
      }
      // Half a backup must never look like a whole one.
      const unfinished = `${path}.unfinished`;
      const progress = openProgressLine();
      try {
        const rows = await withRapport(({ database }) =>
          backUpStore(
            {
              appUrl: database.appUrl,
              now: () => new Date(),
              onTable: (table) => progress.show(`Wrote ${table.table} …`),
            },
            createWriteStream(unfinished, { mode: 0o600 }),
          ),
        );
        renameSync(unfinished, path);
        progress.end(`${rows.toLocaleString('en-GB')} rows in ${path}`);
      } finally {
        rmSync(unfinished, { force: true });
      }
    });
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'a file written by backup')
    .option('--erased <list>', 'the list of erased people from where the backup was made, so that nobody comes back')
    .description('Read a backup into an empty database: all of it, or nothing')
    .action(async (given: string, { erased }: { erased?: string }) => {
      const file = openFile(given);
      const options = await readDatabaseOptions(process.env, findInstallation().rootFolder);
      const say = (message: string) => void process.stderr.write(`${message}\n`);
      const lines = await readLists(options.dataFolder, erased);
      const database = await startDatabase({ ...options, log: { info: () => undefined, warn: say, error: say } });
      try {
        const rows = await restoreStore(database, createReadStream(file.path));
        say(`${rows.toLocaleString('en-GB')} rows restored. rapport verify proves them.`);
        say(await eraseAgain(database.appUrl, lines));
      } finally {
        await database.stop();
      }
    });
}

/** The list of this data folder, and the one that was handed in; null where there is none. */
async function readLists(dataFolder: string, given: string | undefined): Promise<ErasedLine[] | null> {
  const here = erasedFileOf(dataFolder);
  const paths = [...(existsSync(here) ? [here] : []), ...(given === undefined ? [] : [openFile(given).path])];
  if (paths.length === 0) return null;
  return (await Promise.all(paths.map(readErasedFile))).flat();
}

async function eraseAgain(appUrl: string, lines: ErasedLine[] | null): Promise<string> {
  if (lines === null) {
    return (
      'There is no list of erased people here. If anybody was erased after this backup was made, they are back: ' +
      'restore again with --erased and the list of the place the backup comes from.'
    );
  }
  const store = openStore({ appUrl });
  try {
    const { conversations, people } = await replayErased(store, lines, () => new Date());
    return `Erased again: ${people} people, ${conversations} conversations that this backup had brought back.`;
  } finally {
    await store.close();
  }
}
