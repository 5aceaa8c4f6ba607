import type { Contact, ContactGiven } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreStored } from '../jobs/score-conversations.ts';
import { shippedScorer } from '../jobs/scorer.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { claimForScoring, markAuthorForScoring } from '../store/score-queue.ts';
import { allChecks } from '../store/verify/verify-store.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const given: ContactGiven = {
  ...{ channel: 'phone', customer: 'Kim Doe', at: '2025-02-28T10:00:00.000Z', topic: 'The kettle leaks again' },
  ...{ resolved: 'open', words: 'Call her on 020 7946 0958 or kim@example.org.', question: 'Does the lid come apart?' },
  promise: { what: 'a new lid, sent to kim@example.org', dueAt: '2025-03-04T16:00:00.000Z' },
  goodwill: { amountCents: 1250, currency: 'GBP' },
};

let app: TestApp;
let ann: number;
let kim: Contact;
/** The made import keeps its key, which verify tells. */
let before: string[] = [];
const as = (changes: Partial<Person>): Promise<FastifyInstance> =>
  app.rebuild({ personOf: () => ({ ...localPerson, ...changes }) });
const member = { role: 'agent', holds: ['anyone', 'member'], sees: [] } as const;
const agentAnn = () => as({ ...member, id: 'ann', name: 'Ann', writesAs: [ann], sees: [ann] });
const agentBea = () => as({ ...member, id: 'bea', name: 'Bea', writesAs: [] });
const query = <Row>(text: ReturnType<typeof sql<Row>>) =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await text.execute(db)).rows);
const log = async (http: FastifyInstance, changes: Partial<ContactGiven> = {}) =>
  http.inject({ method: 'POST', url: '/api/v1/contacts', payload: { ...given, ...changes } });

beforeAll(async () => {
  app = await startTestApp('contacts', keepImports);
  await saveScored(app.store, [
    conversationOf('of-ann', [
      ['Kim', 'My kettle broke and I am so upset!'],
      ['Agent: Ann', 'I am so sorry your kettle broke.'],
    ]),
  ]);
  ann = (await query(sql<{ id: number }>`SELECT id FROM authors WHERE name = 'Agent: Ann'`))[0]?.id ?? 0;
  const rights = { informedOn: '2025-01-31', agreement: 'a', purposes: 'b', retention: 'c', viewsOn: true };
  await app.http.inject({ method: 'PUT', url: '/api/v1/agents-rights', payload: rights });
  before = await violations();
  const logged = await log(await agentAnn());
  expect(logged.statusCode, logged.body).toBe(201);
  kim = logged.json();
});
afterAll(() => app.end());

const violations = async () => {
  const found: string[] = [];
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    for (const check of allChecks) found.push(...(await check.find(db, firstWorkspace)).violations);
  });
  return found.filter((one) => !before.includes(one));
};

describe('a contact that was written down', () => {
  it('is kept as it was written, masked like every text', async () => {
    const promise = { ...given.promise, what: 'a new lid, sent to [email]' };
    expect(kim).toMatchObject({ ...given, promise, words: 'Call her on [phone] or [email].', own: true });
    const [account] = await query(
      sql<{ masked: unknown; units: number }>`SELECT masked, units FROM imports WHERE source = 'contacts'`,
    );
    expect(account).toMatchObject({ units: 1, masked: { phone: 1, email: 2 } });
  });

  it('stands in the list of conversations, of promises and of goodwill, and is found by its words', async () => {
    for (const filter of ['flag=open-promise', 'flag=goodwill', 'channel=phone', 'q=lid']) {
      const { rows } = (await app.http.inject(`/api/v1/conversations?${filter}`)).json();
      expect(
        rows.map(({ id }: { id: string }) => id),
        filter,
      ).toEqual([kim.id]);
    }
    const { rows } = (await app.http.inject('/api/v1/conversations?channel=phone')).json();
    expect(rows[0]).toMatchObject({
      customer: 'Kim Doe',
      firstWords: 'The kettle leaks again',
      agents: ['Agent: Ann'],
    });
  });

  it('opens as a conversation with its promise and goodwill, and says why it has no score', async () => {
    const detail = (await app.http.inject(`/api/v1/conversations/${kim.id}`)).json();
    expect(detail).toMatchObject({ notScored: 'logged-by-hand', assessments: [] });
    expect(detail.summary).toContain('written down by hand');
    expect(detail.messages.map(({ visibility }: { visibility: string }) => visibility)).not.toContain('public');
    expect(detail.promises).toMatchObject([{ what: kim.promise?.what, dueAt: kim.promise?.dueAt, state: 'open' }]);
    expect(detail.goodwill).toMatchObject([{ amountCents: 1250, currency: 'GBP' }]);
  });

  it('is never scored, also when its author’s conversations are read again', async () => {
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      await markAuthorForScoring(db, firstWorkspace, ann);
      const ids = await claimForScoring(db, firstWorkspace, { importId: null, after: 0, limit: 9 });
      expect(ids).toHaveLength(2);
      await scoreStored(
        { scorer: shippedScorer, languageOf: () => ({ language: 'en', share: 1 }) } as never,
        db,
        firstWorkspace,
        ids,
      );
      expect(await claimForScoring(db, firstWorkspace, { importId: null, after: 0, limit: 9 })).toEqual([]);
    });
    const detail = (await app.http.inject(`/api/v1/conversations/${kim.id}`)).json();
    expect(detail).toMatchObject({ notScored: 'logged-by-hand', assessments: [] });
    expect(detail.promises).toHaveLength(1);
  });

  it('breaks no promise that verify looks at, and one with a score is found', async () => {
    expect(await violations()).toEqual([]);
    await query(sql`UPDATE conversations SET not_scored = NULL WHERE id = ${Number(kim.id)}`);
    expect(await violations()).toEqual([`contact ${kim.id}`]);
    await query(sql`UPDATE conversations SET not_scored = 'logged-by-hand' WHERE id = ${Number(kim.id)}`);
  });

  it('stands on the page of its author, for them and for those responsible', async () => {
    const address = `/api/v1/people/${ann}/contacts`;
    expect((await (await agentAnn()).inject(address)).json().contacts).toMatchObject([{ id: kim.id, own: true }]);
    expect((await app.http.inject(address)).json().contacts).toMatchObject([{ id: kim.id, own: false }]);
    const bea = await agentBea();
    const other = await bea.inject(address);
    const missing = await bea.inject('/api/v1/people/987654/contacts');
    expect([other.statusCode, other.body]).toEqual([404, missing.body]);
  });
});

describe('whoever wrote it', () => {
  it('has an author from their first contact on, and sees their own alone', async () => {
    const bea = await agentBea();
    const logged = (await log(bea, { promise: null, goodwill: null, customer: '' })).json();
    expect((await bea.inject('/api/v1/contacts')).json().contacts).toMatchObject([{ id: logged.id, customer: '' }]);
    const authors = await query(sql<{ name: string; role: string; messages: number }>`
      SELECT name, role, messages FROM authors WHERE source = 'contacts'`);
    expect(authors).toEqual([{ name: 'Bea', role: 'agent', messages: 3 }]);
    const own = (await (await agentAnn()).inject('/api/v1/contacts')).json();
    expect(own.contacts.map(({ id }: Contact) => id)).toEqual([kim.id]);
  });

  it('notes that the promise was kept, as may a lead who is responsible for them; to others it is not there', async () => {
    const url = `/api/v1/contacts/${kim.id}/promise`;
    const note = async (http: FastifyInstance, kept: boolean, to = url) =>
      http.inject({ method: 'PUT', url: to, payload: { kept } });
    const open = async () => (await app.http.inject('/api/v1/conversations?flag=open-promise')).json().rows.length;
    const agent = await agentAnn();
    expect(await agent.inject(`/api/v1/conversations/${kim.id}`).then((found) => found.json())).toMatchObject({
      mayNotePromise: true,
    });
    expect((await note(agent, true)).json()).toMatchObject({ promiseKept: true });
    expect(await open()).toBe(0);
    expect((await app.http.inject(`/api/v1/conversations/${kim.id}`)).json().promises).toMatchObject([
      { state: 'kept-noted' },
    ]);
    // Said once more it is the same, and no second entry.
    await note(agent, true);
    // Other words about something else leave it as it is; another promise is not kept yet.
    const change = (changes: Partial<ContactGiven>) =>
      agent.inject({ method: 'PUT', url: `/api/v1/contacts/${kim.id}`, payload: { ...given, ...changes } });
    expect((await change({ words: 'She was glad.' })).json()).toMatchObject({ promiseKept: true });
    expect((await change({ promise: { what: 'a new kettle', dueAt: null } })).json()).toMatchObject({
      promiseKept: false,
    });
    expect(await open()).toBe(1);
    expect(await violations()).toEqual([]);
    const reviewer = ['anyone', 'member', 'reader', 'reviewer'] as const;
    const lead = (sees: number[]) => as({ id: 'leo', role: 'lead', holds: [...reviewer, 'lead'], writesAs: [], sees });
    expect((await note(await lead([ann]), true)).json()).toMatchObject({ promiseKept: true, own: false });
    expect((await note(await lead([ann]), false)).json()).toMatchObject({ promiseKept: false });
    const missing = await note(await lead([]), true, '/api/v1/contacts/987654/promise');
    for (const other of [await lead([ann + 999]), await agentBea(), await as({ ...member, id: 'cy', sees: [ann] })]) {
      const refused = await note(other, true);
      expect([refused.statusCode, refused.body]).toEqual([404, missing.body]);
    }
    const noted = await query(sql<{ person_id: string; detail: unknown }>`SELECT person_id, detail FROM audit_entries
      WHERE object = ${kim.id} AND what = 'promise-noted' ORDER BY number`);
    expect(noted).toEqual([
      { person_id: 'ann', detail: { kept: true } },
      ...[true, false].map((kept) => ({ person_id: 'leo', detail: { kept } })),
    ]);
  });

  it('may change it, and nobody else can; to others it is not there', async () => {
    const url = `/api/v1/contacts/${kim.id}`;
    const payload = { ...given, topic: 'The lid', resolved: 'yes', promise: null, words: '' };
    const bea = await agentBea();
    const refused = await bea.inject({ method: 'PUT', url, payload });
    const missing = await bea.inject({ method: 'PUT', url: '/api/v1/contacts/987654', payload });
    expect([refused.statusCode, refused.body]).toEqual([404, missing.body]);
    const changed = (await (await agentAnn()).inject({ method: 'PUT', url, payload })).json();
    expect(changed).toMatchObject({ ...payload, changedAt: expect.any(String) });
    const { rows } = (await app.http.inject('/api/v1/conversations?flag=open-promise')).json();
    expect(rows).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('may take it away with all that was written in it; each step is in the log', async () => {
    const url = `/api/v1/contacts/${kim.id}`;
    expect((await (await agentBea()).inject({ method: 'DELETE', url })).statusCode).toBe(404);
    expect((await (await agentAnn()).inject({ method: 'DELETE', url })).json()).toEqual({ removed: true });
    expect((await app.http.inject(`/api/v1/conversations/${kim.id}`)).statusCode).toBe(404);
    const noted = await query(sql<{ what: string }>`
      SELECT what FROM audit_entries WHERE object = ${kim.id} ORDER BY number`);
    expect(noted.map(({ what }) => what)).toEqual([
      ...['contact-logged', 'promise-noted', 'contact-changed', 'contact-changed', 'promise-noted', 'promise-noted'],
      ...['contact-changed', 'contact-removed'],
    ]);
    expect(await violations()).toEqual([]);
  });

  it('is told what is wrong with it, and nothing is kept', async () => {
    const future = await log(await agentAnn(), { at: '2026-01-01T00:00:00.000Z' });
    expect([future.statusCode, future.body]).toEqual([400, expect.stringContaining('in the future')]);
    const key = await as({ id: 'key:1', role: 'key', holds: ['anyone', 'member'] });
    expect((await log(key)).statusCode).toBe(403);
    expect((await (await agentAnn()).inject('/api/v1/contacts')).json().contacts).toEqual([]);
  });
});
