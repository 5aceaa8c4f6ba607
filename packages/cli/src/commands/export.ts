/** `rapport export`: everything as CSV or JSON lines on stdout, in bounded memory; or all about one person, as a zip. */
import { identityId, RapportError } from '@rapport/contract';
import { zipPerson } from '@rapport/server/api/person-exports';
import { writeCsv, writeJsonLines } from '@rapport/server/api/write-export';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { writeAudit } from '@rapport/server/store/audit';
import type { ExportKind } from '@rapport/server/store/export-rows';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';
import { writeText } from '../write-line.ts';

const kinds: readonly ExportKind[] = ['conversations', 'scores', 'checks'];

export function addExport(program: Command): void {
  program
    .command('export')
    .argument('<what>', `${kinds.join(', ')}; or person`)
    .argument('[ids...]', 'of person: every name of theirs, as `rapport erase NAME` lists them')
    .description(
      'Write everything stored as CSV or JSON lines, agents under the names the pages show; or all about one person, as a zip',
    )
    .option('--format <format>', 'csv or jsonl', 'csv')
    .action(async (what: string, ids: string[], { format }: { format: string }) => {
      if (what === 'person') {
        const zip = await withRapport((open) => exportPerson(open, ids));
        await new Promise<void>((resolve) => process.stdout.write(zip, () => resolve()));
        return;
      }
      const kind = kinds.find((one) => one === what);
      if (kind === undefined)
        throw new RapportError('bad-request', {
          what: `“${what}” cannot be exported; ${kinds.join(', ')} and person can.`,
        });
      if (format !== 'csv' && format !== 'jsonl') {
        throw new RapportError('bad-request', { what: `There is no format “${format}”; csv and jsonl are known.` });
      }
      await withRapport(async (open) => {
        for await (const text of exportKind(open, kind, format)) await writeText(text);
      });
    });
}

type Open = Pick<OpenRapport, 'store' | 'workspace'>;

/** The log tells before the first row that it was taken. */
export async function* exportKind(open: Open, kind: ExportKind, format: 'csv' | 'jsonl'): AsyncGenerator<string> {
  const { store, workspace } = open;
  const note = { what: 'exported', object: kind, detail: { format } } as const;
  await inWorkspace(store, workspace, (db) => writeAudit(db, { id: 'local', workspace }, note));
  yield* format === 'csv' ? writeCsv(open, kind) : writeJsonLines(open, kind);
}

/** @throws RapportError `bad-request` for what is no id, `not-found` where one of them is not here */
export async function exportPerson({ store, workspace }: Open, ids: readonly string[]): Promise<Buffer> {
  if (ids.length === 0 || !ids.every((id) => identityId.safeParse(id).success)) {
    throw new RapportError('bad-request', {
      what: 'Which person is said by ids such as author:12.',
      wayOut: 'rapport erase NAME lists them, and changes nothing.',
    });
  }
  return inWorkspace(store, workspace, (db) => zipPerson(db, { id: 'local', workspace }, ids, new Date()));
}
