/**
 * Every route, for everybody, on what is theirs and what is not: made from the endpoints themselves, so that a new one is
 * covered the moment it exists. What is somebody else's must answer like what does not exist, byte for byte.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { type AccessRule, allEndpoints, type Endpoint, jsonSchemaOf } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from '../api/test-app.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { createImportActions } from '../jobs/import-actions.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { openSpool } from '../jobs/spool.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';
import { makeOwnerLink } from './make-owner-link.ts';
import { rulesOfKeys, rulesOfRoles } from './rules-of-roles.ts';
import { sampleOf } from './sample-of-schema.fixture.ts';

const password = 'four plain words here';
const missing = '987654321';
const endpoints: Endpoint[] = Object.values(allEndpoints);

interface Caller {
  holds: readonly AccessRule[];
  ask(method: string, url: string, body?: object | string): Promise<{ statusCode: number; body: string }>;
}

let app: TestApp;
let http: FastifyInstance;
let folder: string;
let now: Date;
const callers: Record<string, Caller> = {};
/** Ids of the first workspace by the name of the parameter: of team A, and of nobody's team. */
const ids = {
  conversationId: { own: '', other: '' },
  authorId: { own: '', other: '' },
  workspaceId: { own: '', other: '' },
};

beforeAll(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'rapport-pages-'));
  await writeFile(joinPath(folder, 'index.html'), '<!doctype html><title>Rapport</title>');
  const spool = await openSpool(folder);
  app = await startTestApp('access', (store, workspace) => {
    const log = pino({ level: 'silent' });
    const { setAuthorRole, confirmNotService, setService, receiveArticles } = createImportActions({
      ...{ store, spool, workspace, log, jobs: openJobs() },
    });
    return { ...keepImports(store, workspace), setAuthorRole, confirmNotService, setService, receiveArticles };
  });
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  now = new Date();
  http = await app.rebuild({ webFolder: folder, now: () => now });
  const stored = await saveScored(app.store, [
    conversationOf('of-ann', [
      ['Kim', 'My kettle broke and I am so upset!'],
      ['Agent: Ann', 'I am so sorry your kettle broke. I will send another one today.'],
    ]),
    conversationOf('of-bea', [
      ['Lou', 'My lamp broke and I am so upset!'],
      ['Agent: Bea', 'I am so sorry your lamp broke. I will send another one today.'],
    ]),
  ]);
  const authors = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors`.execute(db),
  );
  const authorOf = (name: string) => String(authors.rows.find((row) => row.name === name)?.id);
  ids.conversationId = { own: String(stored[0]), other: String(stored[1]) };
  ids.authorId = { own: authorOf('Agent: Ann'), other: authorOf('Agent: Bea') };
  await openCallers();
}, 60_000);
afterAll(async () => {
  await app?.end();
  await rm(folder, { recursive: true, force: true });
});

async function openCallers(): Promise<void> {
  const owner = await becomeOwner(firstWorkspace, 'owner@example.org');
  const second = await owner.send('POST', '/api/v1/workspaces', { name: 'Second' });
  expect(second.statusCode, second.body).toBe(201);
  ids.workspaceId = { own: String(firstWorkspace), other: String(firstWorkspace) };
  const elsewhere = await becomeOwner(Number(second.json().id), 'owner@elsewhere.org');
  const made = await owner.send('POST', '/api/v1/teams', { name: 'A', memberIds: [], authorIds: [ids.authorId.own] });
  const teamIds = [made.json().id];
  const rights = { informedOn: '2025-01-31', agreement: 'a', purposes: 'b', retention: 'c', viewsOn: true };
  await owner.send('PUT', '/api/v1/agents-rights', rights);
  callers.owner = callerOf(owner, rulesOfRoles.owner);
  for (const role of ['admin', 'lead', 'reviewer', 'agent'] as const) {
    const email = `${role}@example.org`;
    const invited = await owner.send('POST', '/api/v1/invitations', {
      email,
      role,
      teamIds: role === 'agent' ? [] : teamIds,
    });
    const browser = openBrowser(http);
    await browser.send('POST', '/api/v1/links/take', { token: tokenOf(invited.json().link), name: role, password });
    callers[role] = callerOf(browser, rulesOfRoles[role]);
    const { id } = (await browser.get('/api/v1/me')).json().person;
    const said = { authorIds: [ids.authorId.own] };
    if (role === 'agent') expect((await owner.send('PATCH', `/api/v1/members/${id}`, said)).statusCode).toBe(200);
  }
  for (const scope of ['ingest', 'read', 'write'] as const) {
    const { key } = (await owner.send('POST', '/api/v1/keys', { name: scope, scope })).json();
    callers[`key: ${scope}`] = withHeaders({ authorization: `Bearer ${key}` }, rulesOfKeys[scope]);
  }
  callers['a wrong key'] = withHeaders({ authorization: `Bearer rapport_1_${'x'.repeat(43)}` }, []);
  callers.nobody = withHeaders({}, ['anyone']);
  callers['owner of another workspace'] = callerOf(elsewhere, rulesOfRoles.owner);
}

async function becomeOwner(workspace: number, email: string): Promise<Browser> {
  const { link } = await inWorkspace(app.store, workspace, (db) =>
    makeOwnerLink(db, { id: 'local', workspace }, { now, origin: 'http://localhost:80' }),
  );
  const browser = openBrowser(http);
  const taken = await browser.send('POST', '/api/v1/links/take', { token: tokenOf(link), name: 'O', email, password });
  expect(taken.statusCode, taken.body).toBe(200);
  return browser;
}

function callerOf(browser: Browser, holds: readonly AccessRule[]): Caller {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return withHeaders({ cookie, origin: 'http://localhost:80' }, holds);
}

function withHeaders(headers: Record<string, string>, holds: readonly AccessRule[]): Caller {
  return {
    holds,
    ask: async (method, url, body) => {
      // Far fewer than 600 a minute for each: time goes on between two questions.
      now = new Date(now.getTime() + 500);
      const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json';
      const given = body === undefined ? {} : { payload: body };
      const sent = { ...headers, host: 'localhost:80', ...(body === undefined ? {} : { 'content-type': type }) };
      return http.inject({ method: method as 'GET', url, headers: sent, ...given });
    },
  };
}

/** An address with every parameter filled by one id, or by what is known of its name. */
const addressOf = ({ path }: Endpoint, idOf: (name: string) => string) =>
  // What counts from one within something else has a bound of its own.
  path.replace(/:(\w+)/g, (_, name: string) => (name === 'number' && idOf(name) === missing ? '9999' : idOf(name)));

function bodyOf(endpoint: Endpoint): object | string | undefined {
  if (endpoint.accepts === 'bytes') return 'x';
  if (endpoint.method === 'GET') return undefined;
  return endpoint.body === undefined ? {} : (sampleOf(jsonSchemaOf(endpoint.body, 'input')) as object);
}

function queryOf(endpoint: Endpoint): string {
  if (endpoint.query === undefined) return '';
  const query = sampleOf(jsonSchemaOf(endpoint.query, 'input')) as Record<string, string>;
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`;
}

const ask = (caller: Caller | undefined, endpoint: Endpoint, idOf: (name: string) => string) => {
  if (caller === undefined) throw new Error('no such caller');
  return caller.ask(endpoint.method, `${addressOf(endpoint, idOf)}${queryOf(endpoint)}`, bodyOf(endpoint));
};

/** These would end the very session that asks; signing out and in has tests of its own. */
const endsSession = new Set(['signOut']);

/** What comes in here carries a signature instead of a session or a key; without one nobody gets in, whoever they are. */
const signedByItself = new Set(['receiveWebhook']);

describe('every route', () => {
  it('is an endpoint with a rule, or one of the few that are open to all', () => {
    // The description of the API, and the built pages, which hold nothing of anybody.
    const open = ['/api', '/api/openapi.json', '/api/reference.css', '/', '/*', '*'];
    const declared = new Set([...endpoints.map(({ path }) => path as string), ...open]);
    const paths = listPaths(http);
    expect(paths.filter((path) => !declared.has(path))).toEqual([]);
    for (const { path } of endpoints) expect(paths, path).toContain(path);
  });

  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s is open to whoever holds its rule and to nobody else',
    async (name, endpoint) => {
      for (const [who, caller] of Object.entries(callers)) {
        if (endsSession.has(name)) continue;
        const { statusCode, body } = await caller.ask(
          endpoint.method,
          addressOf(endpoint, () => missing),
          endpoint.accepts === 'bytes' ? 'x' : endpoint.method === 'GET' ? undefined : {},
        );
        if (signedByItself.has(name)) {
          expect(statusCode, who).toBe(401);
          continue;
        }
        const isHeld = endpoint.access === 'anyone' ? who !== 'a wrong key' : caller.holds.includes(endpoint.access);
        const told = `${who}: ${statusCode} ${body.slice(0, 200)}`;
        if (isHeld) expect([401, 403], told).not.toContain(statusCode);
        else expect(statusCode, told).toBe(who === 'nobody' || who === 'a wrong key' ? 401 : 403);
        if (isHeld) expect(statusCode, told).toBeLessThan(500);
      }
    },
  );

  it('answers HEAD by the same rule', async () => {
    for (const { method, path, access } of endpoints) {
      if (method !== 'GET' || access === 'anyone') continue;
      expect((await callers.nobody?.ask('HEAD', path))?.statusCode, path).toBe(401);
    }
  });
});

/** Their parameter is a closed word or names a list, so nothing is ever missing: the list is empty, or the word refused. */
const nameNoObject = new Set(['exportData', 'careForReason', 'listNotService', 'getEarlyLook', 'setReviewGoal']);

describe('what is somebody else’s', () => {
  const withObject = endpoints.filter(({ path, access }) => path.includes('/:') && access !== 'anyone');

  it.each(withObject.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s: of another workspace answers like what does not exist',
    async (name, endpoint) => {
      const elsewhere = callers['owner of another workspace'];
      const nothing = await ask(elsewhere, endpoint, () => missing);
      expect(nothing.statusCode, nothing.body).toBeLessThan(500);
      if (!nameNoObject.has(name)) expect(nothing.statusCode, nothing.body).toBe(404);
      for (const place of ['own', 'other'] as const) {
        const others = await ask(elsewhere, endpoint, (param) => ids[param as keyof typeof ids]?.[place] ?? '1');
        expect([others.statusCode, others.body]).toEqual([nothing.statusCode, nothing.body]);
      }
    },
  );

  const ofOne = withObject.filter(({ path }) => /:(conversationId|authorId)/.test(path));

  it.each(ofOne.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s: of another team answers like what does not exist, to lead, reviewer and agent',
    async (_name, endpoint) => {
      for (const role of ['lead', 'reviewer', 'agent']) {
        if (callers[role]?.holds.includes(endpoint.access) !== true) continue;
        const nothing = await ask(callers[role], endpoint, () => missing);
        const others = await ask(callers[role], endpoint, (name) => ids[name as keyof typeof ids]?.other ?? missing);
        expect([role, others.statusCode, others.body]).toEqual([role, nothing.statusCode, nothing.body]);
        expect(nothing.statusCode, `${role}: ${nothing.body}`).toBe(404);
      }
    },
  );

  it('is told apart from what is one’s own: that is there', async () => {
    for (const role of ['owner', 'admin', 'lead', 'reviewer', 'agent', 'key: read', 'key: write']) {
      const own = await callers[role]?.ask('GET', `/api/v1/conversations/${ids.conversationId.own}`);
      expect(own?.statusCode, role).toBe(200);
    }
    for (const role of ['owner', 'admin', 'key: read']) {
      const other = await callers[role]?.ask('GET', `/api/v1/conversations/${ids.conversationId.other}`);
      expect(other?.statusCode, role).toBe(200);
    }
  });
});

/** Fastify prints its routes as a tree; each line is what comes after the line it hangs on. */
function listPaths(http: FastifyInstance): string[] {
  const above: string[] = [];
  return http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S*)( \(.*\))?/.exec(line) ?? [];
      above.length = indent.length / 4;
      above.push(part);
      return methods === undefined ? [] : above.join('');
    });
}

it('changes nothing when another site asks, whoever is signed in; a program with a key has no origin', async () => {
  for (const { method, path, name } of endpoints) {
    if (method === 'GET') continue;
    const answer = await http.inject({
      ...{ method, url: path, payload: {} },
      headers: { host: 'localhost:80', origin: 'https://evil.example' },
    });
    expect(answer.statusCode, name).toBe(403);
  }
});
