import { Readable } from 'node:stream';
import {
  exportErasedList,
  findIdentities,
  getErasure,
  listErasures as listErasuresEndpoint,
  previewErasure,
  startErasure,
} from '@rapport/contract';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { listErasedMarks } from '../store/erasure/erased-list.ts';
import { listErasures } from '../store/erasure/erasures.ts';
import { type AppParts, ask } from './app-parts.ts';
import { askForErasure, countErasure, findPeople, oneReceipt } from './ask-for-erasure.ts';
import { type Api, serve, serveDownload } from './serve.ts';

export function serveErasures(api: Api, parts: AppParts): void {
  serve(api, findIdentities, ({ body: { words } }, person) =>
    ask(parts, person, (db, workspace) => findPeople(db, workspace, words)),
  );

  serve(api, previewErasure, ({ body: wanted }, person) =>
    ask(parts, person, (db, workspace) => countErasure(db, workspace, wanted)),
  );

  serve(api, startErasure, ({ body }, person) =>
    ask(parts, person, (db) => askForErasure(db, person, { ...body, now: parts.now(), jobs: parts.jobs })),
  );

  serve(api, listErasuresEndpoint, async (_given, person) => ({
    erasures: await ask(parts, person, (db, workspace) => listErasures(db, workspace)),
  }));

  serve(api, getErasure, async ({ params: { erasureId } }, person) =>
    oneReceipt(await ask(parts, person, (db, workspace) => listErasures(db, workspace, numberOf(erasureId)))),
  );

  serveDownload(api, exportErasedList, async (_given, person) => {
    const lines = await ask(parts, person, async (db, workspace) => {
      const marks = await listErasedMarks(db, workspace);
      await writeAudit(db, person, { what: 'exported', object: 'erased-list', detail: { marks: marks.length } });
      return marks;
    });
    return {
      fileName: 'rapport-erased.jsonl',
      contentType: 'application/x-ndjson; charset=utf-8',
      body: Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)),
    };
  });
}
