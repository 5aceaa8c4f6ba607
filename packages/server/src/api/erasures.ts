import { Readable } from 'node:stream';
import {
  exportErasedList,
  findIdentities as findIdentitiesEndpoint,
  getErasure,
  listErasures as listErasuresEndpoint,
  previewErasure as previewErasureEndpoint,
  RapportError,
  startErasure,
} from '@rapport/contract';
import { erasePerson } from '../jobs/erase-person.ts';
import { makeName } from '../jobs/mask-fragment.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { listErasedMarks } from '../store/erasure/erased-list.ts';
import { listErasures, previewErasure, saveErasure } from '../store/erasure/erasures.ts';
import { findIdentities, loadIdentities } from '../store/erasure/identities.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve, serveDownload } from './serve.ts';

export function serveErasures(api: Api, parts: AppParts): void {
  serve(api, findIdentitiesEndpoint, ({ body: { words } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const made = makeName(words, await loadPseudonymKey(db, workspace));
      return findIdentities(db, workspace, { words, made });
    }),
  );

  serve(api, previewErasureEndpoint, ({ body: wanted }, person) =>
    ask(parts, person, async (db, workspace) => {
      const identities = await loadIdentities(db, workspace, wanted.identityIds);
      return previewErasure(db, workspace, { ...wanted, identities });
    }),
  );

  serve(api, startErasure, ({ body: { typed, ...wanted } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const identities = await loadIdentities(db, workspace, wanted.identityIds);
      const { confirm, stops } = await previewErasure(db, workspace, { ...wanted, words: [], identities });
      if (stops.length > 0) throw new RapportError('conflict', { what: stops.join(' '), why: 'Nothing was erased.' });
      if (typed.trim() !== confirm.trim()) {
        throw new RapportError('conflict', {
          what: 'What was typed is not the name that was asked for.',
          why: 'Erasing cannot be undone, so nothing was erased.',
          wayOut: 'Type the name exactly as it is shown.',
        });
      }
      const id = await saveErasure(db, workspace, { ...wanted, identities, by: person.id, now: parts.now() });
      await parts.jobs.send(db, erasePerson, { workspaceId: workspace, erasureId: id });
      const detail = { kind: wanted.kind, identities: identities.length };
      await writeAudit(db, person, { what: 'erasure-started', object: String(id), detail });
      return found(await listErasures(db, workspace, id));
    }),
  );

  serve(api, listErasuresEndpoint, async (_given, person) => ({
    erasures: await ask(parts, person, (db, workspace) => listErasures(db, workspace)),
  }));

  serve(api, getErasure, async ({ params: { erasureId } }, person) =>
    found(await ask(parts, person, (db, workspace) => listErasures(db, workspace, numberOf(erasureId)))),
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

function found<Receipt>([receipt]: readonly Receipt[]): Receipt {
  if (receipt !== undefined) return receipt;
  throw new RapportError('not-found', { what: 'There is no such erasure.', wayOut: 'Look at the list of receipts.' });
}
