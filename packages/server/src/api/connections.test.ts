import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestTrackerStub } from '../connectors/request-tracker/request-tracker-stub.fixture.ts';
import { type RunningStub, StubWorld, startStub } from '../connectors/stub-world.fixture.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { openOutside } from '../outbound/open-outside.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { keepImports, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let http: FastifyInstance;
let stub: RunningStub;
beforeAll(async () => {
  app = await startTestApp('connections-api', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  const world = new StubWorld();
  world.add('1', ['customer', 'agent'], 5);
  stub = await startStub(requestTrackerStub, world);
  const environment = {
    RAPPORT_SECRET: 'only for tests, and long enough for them',
    RAPPORT_PRIVATE_HOSTS: new URL(stub.address).host,
  };
  http = await app.rebuild({ outside: openOutside({ environment, dataFolder: '/nowhere', now: () => Date.now() }) });
}, 60_000);
afterAll(async () => {
  await stub.stop();
  await app.end();
});

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
  const answer = await http.inject({
    ...{ method, url: `/api/v1${path}`, headers: { host: 'localhost:80' } },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
};
const draft = (over: object = {}) => ({
  ...{
    kind: 'request-tracker',
    name: 'Our RT',
    address: stub.address,
    fields: { token: '1-2-abc' },
    historyDays: null,
  },
  ...over,
});

it('offers every helpdesk with what its form asks for, each secret marked', async () => {
  const { body } = await ask('GET', '/sources');
  expect(body.sources).toHaveLength(8);
  for (const { fields, needs, reads, limits } of body.sources) {
    expect(fields.some(({ secret }: { secret: boolean }) => secret)).toBe(true);
    expect([needs, reads, limits].every((words) => words.length > 20)).toBe(true);
  }
});

it('tries, connects, shows, and answers with no secret anywhere', async () => {
  expect((await ask('POST', '/connections/trial', draft())).body).toMatchObject({
    works: true,
    account: 'Request Tracker 5.0.3',
  });
  const made = await ask('POST', '/connections', draft());
  expect(made).toMatchObject({ status: 201, body: { state: 'running', hasSecret: true, historyDone: false } });
  const listed = await ask('GET', '/connections');
  expect(listed.body.connections).toHaveLength(1);
  expect(made.text + listed.text).not.toContain('1-2-abc');
  expect(app.logged.join('\n')).not.toContain('1-2-abc');
  expect((await ask('POST', '/connections', draft())).status).toBe(409);
});

it('never sends a stored key to another host, and keeps it for the same one', async () => {
  const id = (await ask('GET', '/connections')).body.connections[0].id;
  const withoutKey = draft({ fields: { token: '' }, name: 'Renamed' });
  const moved = await ask('PUT', `/connections/${id}`, { ...withoutKey, address: 'https://elsewhere.example' });
  expect(moved).toMatchObject({ status: 400 });
  expect(moved.text).toMatch(/another host/);
  expect((await ask('PUT', `/connections/${id}`, withoutKey)).body).toMatchObject({ name: 'Renamed', hasSecret: true });
  expect((await ask('POST', '/connections/trial', { ...withoutKey, connectionId: id })).body.works).toBe(true);
});

it.each([
  ['http://10.0.0.7', 'not-encrypted'],
  ['https://10.0.0.7', 'private-address'],
  ['https://localhost', 'private-address'],
  ['https://169.254.169.254/latest', 'private-address'],
])('asks nobody on a private network that was not named: %s', async (address, code) => {
  expect((await ask('POST', '/connections/trial', draft({ address }))).body).toMatchObject({
    works: false,
    reason: { code },
  });
});

it.each([
  ['no field', { fields: {} }],
  ['a field of another kind', { fields: { token: 'x', email: 'y' } }],
  ['a line break in a key', { fields: { token: 'x\r\ny: z' } }],
  ['a key in the address', { address: 'https://me:secret@rt.example' }],
  ['another protocol', { address: 'ftp://rt.example' }],
  ['no address', { address: ' ' }],
])('refuses %s before anybody is asked', async (_, over) => {
  const asked = stub.asked.length;
  expect((await ask('POST', '/connections', draft(over))).status).toBe(400);
  expect(stub.asked.length).toBe(asked);
});

it('pauses, goes on, reads again, removes, and knows no connection that is not there', async () => {
  const id = (await ask('GET', '/connections')).body.connections[0].id;
  expect((await ask('POST', `/connections/${id}/pause`)).body).toMatchObject({ state: 'paused', nextTryAt: null });
  expect((await ask('POST', `/connections/${id}/resume`)).body.state).toBe('running');
  expect((await ask('POST', `/connections/${id}/reread`)).body.historyDone).toBe(false);
  expect((await ask('GET', `/connections/${id}/problems`)).body).toEqual({ problems: [] });
  expect((await ask('DELETE', `/connections/${id}`)).body).toEqual({ removed: true });
  expect((await ask('POST', `/connections/${id}/pause`)).status).toBe(404);
  expect((await ask('GET', '/connections/0/problems')).status).toBe(404);
});

it('leaves every step in the log of what was done, with the place and without the key', async () => {
  const noted = await inWorkspace(app.store, firstWorkspace, (db) =>
    db.selectFrom('audit_entries').selectAll().execute(),
  );
  const text = JSON.stringify(noted);
  for (const what of ['connected', 'changed', 'paused', 'resumed', 'reread', 'removed']) {
    expect(text).toContain(`source-${what}`);
  }
  expect(text).not.toContain('1-2-abc');
});
