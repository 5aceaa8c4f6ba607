import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from '../api/test-app.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { listMemberships } from '../store/workspaces.ts';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';
import { makeOlga, me, password, signIn } from './people-with-accounts.fixture.ts';

let app: TestApp;
let http: FastifyInstance;
let olga: Browser;
let second = '';

beforeAll(async () => {
  app = await startTestApp('workspaces', keepImports);
  http = await app.rebuild({ now: () => new Date() });
  await saveScored(app.store, [
    conversationOf('c1', [
      ['Kim', 'My lamp came broken and I am so upset.'],
      ['Agent: Ana', 'I am so sorry the lamp broke. I will send a new one today.'],
    ]),
  ]);
  olga = await makeOlga(http);
});
afterAll(() => app?.end());

const take = async (browser: Browser, link: string, given: object) => {
  const answer = await browser.send('POST', '/api/v1/links/take', { token: tokenOf(link), ...given });
  return { statusCode: answer.statusCode, json: answer.json() };
};
const invite = async (browser: Browser, email: string, role: string): Promise<string> =>
  (await browser.send('POST', '/api/v1/invitations', { email, role })).json().link;
const enter = (browser: Browser, id: string) => browser.send('POST', `/api/v1/workspaces/${id}/enter`);
const countConversations = async (browser: Browser): Promise<number> =>
  (await browser.get('/api/v1/conversations')).json().total;

describe('another workspace', () => {
  it('is made by an owner, who owns it, and begins empty', async () => {
    const made = await olga.send('POST', '/api/v1/workspaces', { name: ' Wholesale ' });
    expect([made.statusCode, made.json()]).toMatchObject([201, { name: 'Wholesale', role: 'owner', current: false }]);
    second = made.json().id;
    expect(await countConversations(olga)).toBe(1);
    expect((await enter(olga, second)).json()).toMatchObject({ id: second, current: true });
    expect(await countConversations(olga)).toBe(0);
    expect((await me(olga)).workspaces).toEqual([
      { id: '1', name: 'Rapport', role: 'owner', current: false },
      { id: second, name: 'Wholesale', role: 'owner', current: true },
    ]);
  });

  it('keeps its people, numbers and log to itself', async () => {
    expect((await olga.get('/api/v1/members')).json().members).toHaveLength(1);
    const { entries } = (await olga.get('/api/v1/audit')).json();
    expect(entries.map(({ what }: { what: string }) => what)).toEqual(['workspace-entered', 'owner-made']);
    await enter(olga, '1');
    const first = (await olga.get('/api/v1/audit?what=workspace-made')).json().entries;
    expect(first).toMatchObject([{ object: second, person: 'Olga' }]);
  });

  it('is entered by one session alone; the other ones stay where they are', async () => {
    const other = await signIn(http, 'olga@example.org');
    await enter(olga, second);
    expect((await me(other)).workspaces[0].current).toBe(true);
    expect((await me(olga)).workspaces[1].current).toBe(true);
    await enter(olga, '1');
  });

  it('can be given another name by its owner', async () => {
    await enter(olga, second);
    expect((await olga.send('PUT', '/api/v1/workspaces/name', { name: 'Trade' })).json().name).toBe('Trade');
    await enter(olga, '1');
    expect((await me(olga)).workspaces.map(({ name }: { name: string }) => name)).toEqual(['Rapport', 'Trade']);
  });

  it('opens to nobody who does not belong to it, and says no more than of one that is not there', async () => {
    const rita = openBrowser(http);
    await take(rita, await invite(olga, 'rita@example.org', 'admin'), { name: 'Rita', password });
    const foreign = await enter(rita, second);
    const missing = await enter(rita, '987654');
    expect([foreign.statusCode, foreign.body]).toEqual([404, missing.body]);
    expect((await rita.send('POST', '/api/v1/workspaces', { name: 'Mine' })).statusCode).toBe(403);
  });
});

describe('an account that joins another workspace', () => {
  it('does so with the password it has, and the link sets no new one', async () => {
    await enter(olga, second);
    const link = await invite(olga, 'rita@example.org', 'reviewer');
    const opened = await openBrowser(http).send('POST', '/api/v1/links/open', { token: tokenOf(link) });
    expect(opened.json()).toMatchObject({ workspace: 'Trade', hasAccount: true, role: 'reviewer' });
    const stolen = await take(openBrowser(http), link, { name: 'Evil', password: 'words of somebody else' });
    expect(stolen).toMatchObject({ statusCode: 403, json: { code: 'not-allowed' } });
    const before = await signIn(http, 'rita@example.org');
    const rita = openBrowser(http);
    expect((await take(rita, link, { password })).json).toEqual({ state: 'signed-in' });
    expect(await me(rita)).toMatchObject({ person: { name: 'Rita', role: 'reviewer' } });
    expect(await me(before)).toMatchObject({ person: { role: 'admin' } });
    await enter(rita, '1');
    expect((await me(rita)).person.role).toBe('admin');
  });

  it('cannot be taken over by an administrator of one of them', async () => {
    const wanda = openBrowser(http);
    await take(wanda, await invite(olga, 'wanda@example.org', 'admin'), { name: 'Wanda', password });
    const { members } = (await wanda.get('/api/v1/members')).json();
    const rita = members.find((one: { email: string }) => one.email === 'rita@example.org');
    const link = await wanda.send('POST', `/api/v1/members/${rita.id}/password-link`);
    expect([link.statusCode, link.json().code]).toEqual([409, 'conflict']);
    expect((await wanda.send('POST', '/api/v1/workspaces', { name: 'More' })).statusCode).toBe(403);
  });

  it('goes on in the others when it is removed from one, with the sessions of that one ended at once', async () => {
    const there = await signIn(http, 'rita@example.org');
    await enter(there, second);
    const here = await signIn(http, 'rita@example.org');
    await enter(here, '1');
    const { id } = (await me(here)).person;
    await enter(olga, second);
    expect((await olga.send('DELETE', `/api/v1/members/${id}`)).statusCode).toBe(200);
    expect((await me(there)).person).toBeNull();
    expect((await me(here)).person).toMatchObject({ role: 'admin' });
    expect((await me(await signIn(http, 'rita@example.org'))).person).toMatchObject({ role: 'admin' });
    expect(await listMemberships(app.store, id)).toMatchObject([{ workspace: 1 }]);
  });
});

it('keeps every promise about stored data in each of them', async () => {
  const checks = await verifyStore(app.store, { now: () => 0 });
  // The import of the fixture has no worker behind it.
  const broken = checks.filter(({ name, violations }) => violations.length > 0 && name !== 'nothing-stuck');
  expect(broken).toEqual([]);
  expect(new Set(checks.map(({ workspace }) => workspace)).size).toBe(2);
});

it('lets the serving role make and name workspaces, and write their list in no other way', async () => {
  const client = new Client(app.database.appUrl);
  await client.connect();
  for (const statement of ["INSERT INTO workspaces (name) VALUES ('x')", "UPDATE workspaces SET name = 'x'"]) {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
  await client.end();
});
