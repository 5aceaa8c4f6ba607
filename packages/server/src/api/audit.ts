import { Readable } from 'node:stream';
import { exportAudit, listAudit as listAuditEndpoint } from '@rapport/contract';
import { writeAudit } from '../store/audit.ts';
import { type AuditFilter, listAudit, loadAuditPiece } from '../store/list-audit.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve, serveDownload } from './serve.ts';
import { writeCsvRow } from './write-csv-row.ts';

export function serveAudit(api: Api, parts: AppParts): void {
  serve(api, listAuditEndpoint, ({ query }, person) =>
    ask(parts, person, (db, workspace) => listAudit(db, workspace, query)),
  );

  serveDownload(api, exportAudit, async ({ query: { format = 'csv', ...filter } }, person) => {
    await ask(parts, person, (db) => writeAudit(db, person, { what: 'exported', object: 'audit', detail: { format } }));
    return {
      fileName: `rapport-audit.${format}`,
      contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      body: Readable.from(writeEntries(parts, person, { filter, format })),
    };
  });
}

async function* writeEntries(
  parts: AppParts,
  person: Person,
  { filter, format }: { filter: AuditFilter; format: 'csv' | 'jsonl' },
): AsyncGenerator<string> {
  // With a byte order mark: without it the most used spreadsheet reads UTF-8 as something else.
  if (format === 'csv')
    yield `\uFEFF${writeCsvRow(['number', 'at', 'person_id', 'person', 'what', 'object', 'detail', 'hash'])}`;
  for (let after = 0; ; ) {
    const from = after;
    const entries = await ask(parts, person, (db, workspace) =>
      loadAuditPiece(db, workspace, { ...filter, after: from }),
    );
    if (entries.length === 0) return;
    for (const { number, at, personId, person: name, what, object, detail, hash } of entries) {
      yield format === 'csv'
        ? writeCsvRow([number, at, personId, name, what, object, JSON.stringify(detail), hash])
        : `${JSON.stringify({ number, at, personId, person: name, what, object, detail, hash })}\n`;
    }
    after = entries.at(-1)?.number ?? after;
  }
}
