/** `rapport past-reviews FILE`: keeps reviews made elsewhere, as the page does with the columns it guesses. */
import { saidScale } from '@rapport/contract';
import { readPastReviews } from '@rapport/intake';
import { keepPastReviews } from '@rapport/server/api/keep-past-reviews';
import { localPerson } from '@rapport/server/api/permit';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { openFile } from '../open-file.ts';
import { withRapport } from '../open-store.ts';

export function addPastReviews(program: Command): void {
  program
    .command('past-reviews')
    .argument('<file>', 'CSV with one rating a row')
    .description('Bring in reviews made elsewhere; they serve agreement and learning and are in no rate')
    .option('--scale <scale>', `where the file names none: ${saidScale.options.join(', ')}`, 'guess')
    .option('--month-first', '1/2/2025 is the second of January')
    .action(async (path: string, options: { scale: string; monthFirst?: true }) => {
      const file = openFile(path);
      const chunks: Uint8Array[] = [];
      for await (const chunk of file.open()) chunks.push(chunk);
      const said = {
        scale: saidScale.parse(options.scale),
        ...(options.monthFirst === true ? { dayFirst: false } : {}),
      };
      const read = await readPastReviews(Buffer.concat(chunks), said);
      await withRapport(async (open) => {
        const given = { read, fileName: file.name, now: new Date() };
        const person = { ...localPerson, workspace: open.workspace };
        const { import: kept, problems } = await inWorkspace(open.store, open.workspace, (db) =>
          keepPastReviews(db, person, given),
        );
        const known = kept.known > 0 ? `, ${kept.known} the same as one already kept` : '';
        process.stderr.write(`${kept.kept} ratings kept${known}, ${kept.refused} rows not read.\n`);
        for (const { line, reason, wayOut } of problems) process.stderr.write(`Line ${line}: ${reason} ${wayOut}\n`);
        process.exitCode = kept.refused > 0 ? exitCodes.partly : exitCodes.done;
      });
    });
}
