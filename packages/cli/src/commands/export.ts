/** `rapport export conversations|scores|checks`: everything as CSV or JSON lines on stdout, in bounded memory. */
import { RapportError } from '@rapport/contract';
import { writeCsv, writeJsonLines } from '@rapport/server/api/write-export';
import type { ExportKind } from '@rapport/server/store/export-rows';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';
import { writeText } from '../write-line.ts';

const kinds: readonly ExportKind[] = ['conversations', 'scores', 'checks'];

export function addExport(program: Command): void {
  program
    .command('export')
    .argument('<what>', kinds.join(', '))
    .description('Write everything stored as CSV or JSON lines; agents stand under the names the pages show')
    .option('--format <format>', 'csv or jsonl', 'csv')
    .action(async (what: string, { format }: { format: string }) => {
      const kind = kinds.find((one) => one === what);
      if (kind === undefined)
        throw new RapportError('bad-request', { what: `“${what}” cannot be exported; ${kinds.join(', ')} can.` });
      if (format !== 'csv' && format !== 'jsonl') {
        throw new RapportError('bad-request', { what: `There is no format “${format}”; csv and jsonl are known.` });
      }
      await withRapport(async (open) => {
        for await (const text of format === 'csv' ? writeCsv(open, kind) : writeJsonLines(open, kind))
          await writeText(text);
      });
    });
}
