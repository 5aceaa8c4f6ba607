/** What is kept about a person, for the person themselves, or by an administrator for whoever asked. */
import { Readable } from 'node:stream';
import { exportMyData, exportPerson, type Identity } from '@rapport/contract';
import { type AuditPerson, writeAudit } from '../store/audit.ts';
import { loadIdentities } from '../store/erasure/identities.ts';
import type { Db } from '../store/open-store.ts';
import { collectPerson, type ExportedPerson } from '../store/person-export.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, type Download, serveDownload } from './serve.ts';
import { writePersonExport } from './write-person-export.ts';

export function servePersonExports(api: Api, parts: AppParts): void {
  serveDownload(api, exportPerson, ({ query: { identity } }, person) =>
    ask(parts, person, async (db) => download(await zipPerson(db, person, identity.split(','), parts.now()))),
  );

  serveDownload(api, exportMyData, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id, name, writesAs } = person;
      const me = { authorIds: writesAs, customers: [], memberIds: person.role === 'key' ? [] : [id] };
      const sections = await collectPerson(db, workspace, me, { own: true });
      await writeAudit(db, person, { what: 'person-exported', object: id, detail: { sections: sections.length } });
      return download(writePersonExport({ name, now: parts.now(), sections }));
    }),
  );
}

/** @param ids as `findPeople` gives them @throws RapportError `not-found` where one of them is not here */
export async function zipPerson(db: Db, person: AuditPerson, ids: readonly string[], now: Date): Promise<Buffer> {
  const { workspace } = person;
  const identities = await loadIdentities(db, workspace, ids);
  const sections = await collectPerson(db, workspace, personOf(identities), { own: false });
  // Ids only: the log stays when the person is erased.
  const detail = { sections: sections.length, identities: identities.length };
  await writeAudit(db, person, { what: 'person-exported', detail });
  return writePersonExport({ name: identities[0]?.name ?? '', now, sections });
}

const download = (zip: Buffer): Download => ({
  ...{ fileName: 'rapport-person.zip', contentType: 'application/zip', body: Readable.from([zip]) },
});

function personOf(identities: readonly Identity[]): ExportedPerson {
  return {
    authorIds: identities.flatMap(({ id }) => (id.startsWith('author:') ? [Number(id.slice('author:'.length))] : [])),
    customers: identities.flatMap(({ kind, source, key }) =>
      kind === 'customer' && source !== null && key !== null ? [{ source, key }] : [],
    ),
    memberIds: identities.flatMap(({ id }) => (id.startsWith('member:') ? [id.slice('member:'.length)] : [])),
  };
}
