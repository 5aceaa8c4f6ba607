import {
  addPeople,
  cancelImport,
  confirmAuthors,
  confirmMapping,
  getImport,
  type ImportRun,
  listImportProblems,
  listImports as listImportsEndpoint,
  pauseImport,
  RapportError,
  resumeImport,
  startImport,
  watchImport,
} from '@rapport/contract';
import type { AuditNote } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { listProblems } from '../store/import-problems.ts';
import { listImports, loadImport } from '../store/imports.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve, serveEvents } from './serve.ts';
import { watchRun } from './watch-run.ts';

export function serveImports(api: Api, parts: AppParts): void {
  const { uploadLimitBytes } = parts;
  const actionsOf = ({ workspace }: Person) => parts.importsOf(workspace);

  /** Answers with the import as it then is, once it is written down who did it. */
  const noted = async (person: Person, what: AuditNote['what'], run: Promise<ImportRun>): Promise<ImportRun> => {
    const done = await run;
    await noteDone(parts, person, { what, object: done.id, detail: { state: done.state } });
    return done;
  };

  serve(api, startImport, ({ query, bytes, bytesAnnounced }, person) => {
    if (bytesAnnounced !== null && bytesAnnounced > uploadLimitBytes) throw uploadTooLarge(uploadLimitBytes);
    const { fileName, source } = query;
    const named = source === undefined || source.trim() === '' ? {} : { source: source.trim() };
    const file = { fileName: baseName(fileName), ...named, bytes, limitBytes: uploadLimitBytes };
    const received = actionsOf(person).receive({ ...file, autoConfirm: false, isSample: false });
    return noted(person, 'import-started', received);
  });

  serve(api, listImportsEndpoint, async (_given, person) => ({
    imports: await ask(parts, person, (db, workspace) => listImports(db, workspace)),
  }));
  serve(api, getImport, ({ params }, person) => loadRun(parts, person, params.importId));
  serve(api, confirmMapping, ({ params, body }, person) =>
    noted(person, 'import-confirmed', actionsOf(person).confirmMapping(numberOf(params.importId), withoutAbsent(body))),
  );
  serve(api, addPeople, ({ params, query, bytes, bytesAnnounced }, person) => {
    if (bytesAnnounced !== null && bytesAnnounced > uploadLimitBytes) throw uploadTooLarge(uploadLimitBytes);
    const file = { fileName: baseName(query.fileName), bytes, limitBytes: uploadLimitBytes };
    return actionsOf(person).addPeople(numberOf(params.importId), file);
  });
  serve(api, confirmAuthors, ({ params, body }, person) =>
    noted(person, 'import-confirmed', actionsOf(person).confirmAuthors(numberOf(params.importId), withoutAbsent(body))),
  );
  serve(api, pauseImport, ({ params }, person) => actionsOf(person).pause(numberOf(params.importId)));
  serve(api, resumeImport, ({ params }, person) => actionsOf(person).resume(numberOf(params.importId)));
  serve(api, cancelImport, ({ params }, person) =>
    noted(person, 'import-cancelled', actionsOf(person).cancel(numberOf(params.importId))),
  );

  serve(api, listImportProblems, async ({ params, query }, person) => {
    const { id } = await loadRun(parts, person, params.importId);
    const place = query.after === undefined ? {} : { after: numberOf(query.after) };
    const found = await ask(parts, person, (db, workspace) =>
      listProblems(db, workspace, { importId: Number(id), ...place }),
    );
    return { problems: found.problems, next: found.next === null ? null : String(found.next) };
  });

  serveEvents(api, watchImport, ({ params }, signal, person) =>
    watchRun({
      load: () => loadRun(parts, person, params.importId),
      listen: (told) => parts.importNotices.listen(numberOf(params.importId), told),
      signal,
    }),
  );
}

/** @throws RapportError `not-found` */
async function loadRun(parts: AppParts, person: Person, importId: string): Promise<ImportRun> {
  const run = await ask(parts, person, (db, workspace) => loadImport(db, workspace, numberOf(importId)));
  if (run !== null) return run;
  throw new RapportError('not-found', { what: 'There is no such import.', wayOut: 'The list of imports shows all.' });
}

/** A browser sends the bare name; whatever else comes must not look like a path when it is shown. */
function baseName(fileName: string): string {
  return fileName.split(/[\\/]/).at(-1) || 'file';
}

/** Optional fields that were not sent are left out, rather than handed on as undefined. */
function withoutAbsent<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // only the undefined are gone
}

function uploadTooLarge(limitBytes: number): RapportError {
  return new RapportError('too-large', {
    what: `The file is larger than ${Math.floor(limitBytes / 2 ** 20)} MB.`,
    why: 'One upload is limited so that a mistaken file cannot fill the disk.',
    wayOut: 'Send it packed (.gz or .zip), or split it, or raise RAPPORT_UPLOAD_LIMIT, or use "rapport import FILE".',
  });
}
