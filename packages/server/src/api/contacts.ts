import { randomUUID } from 'node:crypto';
import {
  type Contact,
  type ContactGiven,
  changeContact as changeContactEndpoint,
  listContacts as listContactsEndpoint,
  listPersonContacts,
  logContact,
  notePromise as notePromiseEndpoint,
  RapportError,
  removeContact as removeContactEndpoint,
} from '@rapport/contract';
import { loadAgentsRights } from '../store/agents-rights.ts';
import { writeAudit } from '../store/audit.ts';
import { isAuthorThere } from '../store/author-names.ts';
import { ensureAuthorOf } from '../store/author-of-member.ts';
import {
  changeContact,
  contactSource,
  listContactAuthors,
  listContacts,
  notePromise,
  removeContact,
  type StoredContact,
  saveContact,
} from '../store/contacts.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { countContact, holdLiveImport } from '../store/live-imports.ts';
import type { Db } from '../store/open-store.ts';
import { isSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { composeContact } from './compose-contact.ts';
import { mayOpenPages, noPage, ownAndSeen } from './people.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

const pageSize = 30;
const onPersonPage = 10;

export function serveContacts(api: Api, parts: AppParts): void {
  serve(api, listContactsEndpoint, ({ query: { after } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const from = after === undefined ? {} : { after: numberOf(after) };
      const found = await listContacts(db, workspace, { loggedBy: person.id, ...from }, pageSize + 1);
      const page = found.slice(0, pageSize);
      return {
        contacts: page.map((one) => writeFor(person, one)),
        next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
      };
    }),
  );

  serve(api, listPersonContacts, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const author = numberOf(params.authorId);
      const seen = ownAndSeen(person);
      const { viewsOn } = await loadAgentsRights(db, workspace);
      const may = mayOpenPages(person, viewsOn) && (seen === null || seen.includes(author));
      if (!may || !(await isAuthorThere(db, workspace, author))) throw noPage();
      const found = await listContacts(db, workspace, { author }, onPersonPage);
      return { contacts: found.map((one) => writeFor(person, one)) };
    }),
  );

  serve(api, logContact, ({ body }, person) => {
    if (person.role === 'key') throw needsPerson();
    refuseFuture(body, parts.now());
    return ask(parts, person, async (db, workspace) => {
      const now = parts.now();
      const { words, masked } = composeContact(body);
      const day = now.toISOString().slice(0, 10);
      const account = await holdLiveImport(db, workspace, { source: contactSource, day });
      const author = await ensureAuthorOf(db, workspace, person);
      const place = {
        importId: account.id,
        sourceId: `contact-${randomUUID().slice(0, 13)}`,
        author,
        by: person.id,
        now,
      };
      const id = await saveContact(db, workspace, { ...words, ...place });
      await countContact(db, workspace, { importId: account.id, at: body.at, masked });
      const saved = await loadFor(db, person, id);
      await writeAudit(db, person, { what: 'contact-logged', object: String(id) });
      return saved;
    });
  });

  serve(api, changeContactEndpoint, ({ params, body }, person) => {
    refuseFuture(body, parts.now());
    return ask(parts, person, async (db, workspace) => {
      const { id } = await findContact(db, person, params.contactId, 'own');
      await changeContact(db, workspace, { ...composeContact(body).words, id: numberOf(id), now: parts.now() });
      const saved = await loadFor(db, person, numberOf(id));
      await writeAudit(db, person, { what: 'contact-changed', object: id });
      return saved;
    });
  });

  serve(api, notePromiseEndpoint, ({ params, body: { kept } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const stored = await findContactToNote(db, person, params.contactId);
      if (stored === null || stored.promise === null) throw noContact();
      const isChanged = await notePromise(db, workspace, { id: numberOf(stored.id), kept });
      const saved = await loadFor(db, person, numberOf(stored.id));
      if (isChanged) await writeAudit(db, person, { what: 'promise-noted', object: stored.id, detail: { kept } });
      return saved;
    }),
  );

  serve(api, removeContactEndpoint, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id, loggedBy } = await findContact(db, person, params.contactId, 'own-or-admin');
      await removeContact(db, workspace, numberOf(id));
      await writeAudit(db, person, {
        ...{ what: 'contact-removed', object: id, detail: { own: loggedBy === person.id } },
      });
      return { removed: true };
    }),
  );
}

const writeFor = (person: Person, { loggedBy, ...stored }: StoredContact): Contact => ({
  ...stored,
  own: loggedBy === person.id,
});

async function loadFor(db: Db, person: Person, id: number): Promise<Contact> {
  const [stored] = await listContacts(db, person.workspace, { id }, 1);
  if (stored === undefined) throw noContact();
  return writeFor(person, stored);
}

/** @throws RapportError `not-found`, the same for what is somebody else's */
async function findContact(
  db: Db,
  person: Person,
  contactId: string,
  whose: 'own' | 'own-or-admin',
): Promise<StoredContact> {
  const [stored] = await listContacts(db, person.workspace, { id: numberOf(contactId) }, 1);
  const isOpen = whose === 'own-or-admin' && person.holds.includes('admin');
  if (stored !== undefined && (stored.loggedBy === person.id || isOpen)) return stored;
  throw noContact();
}

/** Whoever made the promise keeps it, or somebody who is responsible for their work sees to it. Null: not for this person. */
export async function findContactToNote(db: Db, person: Person, contactId: string): Promise<StoredContact | null> {
  const id = numberOf(contactId);
  const [stored] = await listContacts(db, person.workspace, { id }, 1);
  if (stored === undefined) return null;
  if (stored.loggedBy === person.id) return stored;
  const authors = (await listContactAuthors(db, person.workspace, [id])).get(id) ?? [];
  return person.holds.includes('lead') && authors.every((one) => isSeen(person.sees, one)) ? stored : null;
}

/** Clocks differ by minutes. */
const futureMilliseconds = 10 * 60_000;

function refuseFuture({ at }: ContactGiven, now: Date): void {
  if (Date.parse(at) <= now.getTime() + futureMilliseconds) return;
  throw new RapportError('bad-request', {
    what: 'The contact would have taken place in the future.',
    why: 'It could not have an outcome yet.',
    wayOut: 'Look at day and time; what is to be done later is its promise.',
  });
}

const noContact = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such contact of yours.',
    wayOut: 'The list shows those you wrote down.',
  });

const needsPerson = (): RapportError =>
  new RapportError('not-allowed', {
    what: 'A key cannot write down a contact.',
    why: 'A contact is what a person had; a key is nobody.',
    wayOut: 'Sign in and write it down yourself, or push the conversation itself.',
  });
