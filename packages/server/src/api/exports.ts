import { Readable } from 'node:stream';
import { exportData } from '@rapport/contract';
import { type AppParts, noteDone } from './app-parts.ts';
import { type Api, serveDownload } from './serve.ts';
import { writeCsv, writeJsonLines } from './write-export.ts';

export function serveExports(api: Api, parts: AppParts): void {
  serveDownload(api, exportData, async ({ params: { what }, query: { format = 'csv' } }, person) => {
    const { workspace, sees } = person;
    await noteDone(parts, person, { what: 'exported', object: what, detail: { format } });
    return {
      fileName: `rapport-${what}.${format}`,
      contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      body: Readable.from(
        format === 'csv'
          ? writeCsv({ ...parts, workspace, sees }, what)
          : writeJsonLines({ ...parts, workspace, sees }, what),
      ),
    };
  });
}
