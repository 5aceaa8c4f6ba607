import { defaultScorecardContent, emptyCategory, type Scorecard, type ScorecardContent } from '@rapport/contract';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStore } from '../store/verify/verify-store.ts';
import { localPerson } from './permit.ts';
import { keepImports, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('scorecards', keepImports);
});
afterAll(() => app.end());

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const send = async (method: Method, path: string, payload?: object) => {
  const answer = await app.http.inject({ method, url: `/api/v1/scorecards${path}`, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const cardOf = async (id: string): Promise<Scorecard> => (await send('GET', `/${id}`)).body.scorecard;
const withOwn = (name: string): ScorecardContent => ({
  groups: [
    ...defaultScorecardContent().groups,
    { id: 'own', name: 'Our own', categories: [{ ...emptyCategory('own-1'), name }] },
  ],
});

describe('scorecards', () => {
  it('begin with the fourteen qualities, published, and asking again makes no second one', async () => {
    const { body } = await send('GET', '/default');
    expect(body.version).toMatchObject({ number: 1, state: 'published' });
    expect(body.version.content.groups[0].categories).toHaveLength(14);
    await send('GET', '/default');
    expect((await send('GET', '')).body.scorecards).toHaveLength(1);
  });

  it('go from draft to published to archived, and keep every version', async () => {
    const { scorecardId } = (await send('GET', '/default')).body;
    const started = await send('POST', `/${scorecardId}/draft`, {});
    const [draft, published] = started.body.scorecard.versions;
    expect([draft.number, draft.state, published.state]).toEqual([2, 'draft', 'published']);

    const content = withOwn('Identity checked');
    const saved = await send('PUT', `/${scorecardId}/draft`, { revision: draft.revision, content });
    expect(saved.body.version.revision).toBe(draft.revision + 1);
    const note = 'Identity is now checked.';
    const done = await send('POST', `/${scorecardId}/publish`, { revision: draft.revision + 1, note });
    expect(done.body.scorecard.versions).toMatchObject([
      { number: 2, state: 'published', note, content },
      { number: 1, state: 'archived' },
    ]);
    expect((await send('GET', '/default')).body.version.number).toBe(2);
  });

  it('do not let two people overwrite each other unseen', async () => {
    const { body } = await send('POST', '', { name: 'Two hands' });
    const { id, versions } = body.scorecard;
    const change = { revision: versions[0].revision, content: withOwn('First hand') };
    expect((await send('PUT', `/${id}/draft`, change)).status).toBe(200);
    const late = await send('PUT', `/${id}/draft`, { ...change, content: withOwn('Second hand') });
    expect(late.status).toBe(409);
    expect(JSON.stringify((await cardOf(id)).versions[0]?.content)).toContain('First hand');
  });

  it('keep an unfinished draft, and say what is missing before it can be published', async () => {
    const { id } = (await send('POST', '', { name: 'Unfinished' })).body.scorecard;
    const saved = await send('PUT', `/${id}/draft`, { revision: 1, content: withOwn('') });
    expect(saved.status).toBe(200);
    const refused = await send('POST', `/${id}/publish`, { revision: 2, note: '' });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('A category has no name.')]);
    expect((await cardOf(id)).versions[0]?.state).toBe('draft');
  });

  it('can give up a draft, but not the only thing there is of a scorecard', async () => {
    const { scorecardId } = (await send('GET', '/default')).body;
    await send('POST', `/${scorecardId}/draft`, {});
    expect((await send('DELETE', `/${scorecardId}/draft`)).body.scorecard.versions[0].state).toBe('published');
    const { id } = (await send('POST', '', { name: 'Only a draft' })).body.scorecard;
    expect((await send('DELETE', `/${id}/draft`)).status).toBe(409);
  });

  it('can be put away and taken out again, and have names of their own', async () => {
    const { id } = (await send('POST', '', { name: 'For chat' })).body.scorecard;
    expect((await send('POST', '', { name: 'For chat' })).status).toBe(409);
    expect((await send('PATCH', `/${id}`, { name: 'Two hands' })).status).toBe(409);
    const away = await send('PATCH', `/${id}`, { name: 'For phone', archived: true });
    expect(away.body.scorecard).toMatchObject({ name: 'For phone', archived: true });
    expect((await send('PATCH', `/${id}`, { archived: false })).body.scorecard.archived).toBe(false);
  });

  it('show drafts only to who may change them: to others an unpublished scorecard does not exist', async () => {
    const { id } = (await send('POST', '', { name: 'Secret draft' })).body.scorecard;
    const http = await app.rebuild({
      personOf: () => ({ ...localPerson, role: 'agent', holds: ['anyone', 'member'] }),
    });
    const listed = await http.inject('/api/v1/scorecards');
    expect(listed.body).not.toContain('Secret draft');
    expect(
      listed.json().scorecards.flatMap(({ versions }: Scorecard) => versions.map(({ state }) => state)),
    ).not.toContain('draft');
    const [hidden, absent] = [
      await http.inject(`/api/v1/scorecards/${id}`),
      await http.inject('/api/v1/scorecards/999'),
    ];
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body]);
    const refused = await http.inject({ method: 'POST', url: '/api/v1/scorecards', payload: { name: 'Mine' } });
    expect(refused.statusCode).toBe(403);
  });

  it('of another workspace do not exist', async () => {
    const { scorecardId } = (await send('GET', '/default')).body;
    const client = new Client({ connectionString: app.database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ id: number }>("INSERT INTO workspaces (name) VALUES ('Other') RETURNING id");
    await client.end();
    const http = await app.rebuild({ personOf: () => ({ ...localPerson, workspace: rows[0]?.id ?? 0 }) });
    expect((await http.inject(`/api/v1/scorecards/${scorecardId}`)).statusCode).toBe(404);
    const own = (await http.inject('/api/v1/scorecards/default')).json();
    expect(own.scorecardId).not.toBe(scorecardId);
  });
});

describe('a published version', () => {
  it('cannot be changed, unpublished or removed, not even in the database', async () => {
    const client = new Client({ connectionString: app.database.ownerUrl });
    await client.connect();
    await client.query("SELECT set_config('app.workspace', '1', false)");
    for (const attempt of [
      `UPDATE scorecard_versions SET content = '{"groups":[]}' WHERE state = 'published'`,
      `UPDATE scorecard_versions SET note = 'another' WHERE state <> 'draft'`,
      "UPDATE scorecard_versions SET state = 'draft', published_at = NULL WHERE state = 'published'",
      "UPDATE scorecard_versions SET state = 'published' WHERE state = 'archived'",
      "DELETE FROM scorecard_versions WHERE state = 'archived'",
    ]) {
      await expect(client.query(attempt), attempt).rejects.toThrow(/published scorecard version cannot/);
    }
    await client.end();
  });

  it('is looked at by verify, as drafts are', async () => {
    const found = await verifyStore(app.store, { now: () => 0 });
    const check = found.find(({ name, workspace }) => name === 'scorecards-whole' && workspace === 1);
    expect(check?.checked).toBeGreaterThan(4);
    expect(check?.violations).toEqual([]);
  });
});
