/** Numbers of single teams: found from their people's service alone, shown to who may ask for them. */

import { findFocus } from '@rapport/insight';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localPerson, type Person } from '../api/permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from '../api/test-app.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { collectReasons } from './collect-reasons.ts';
import { groupReasons } from './group-reasons.ts';
import type { JobContext } from './job.ts';
import { prepareJobs } from './prepare-jobs.ts';
import { refreshOutcomes } from './refresh-outcomes.ts';
import { refreshReasonsOfTeams } from './refresh-reasons-of-teams.ts';
import { refreshTeams } from './refresh-teams.ts';
import { shippedScorer } from './scorer.ts';

let app: TestApp;
let http: TestApp['http'];
let caller: Person = localPerson;
let authors: Map<string, number>;
const teams: Record<'north' | 'south' | 'pair', string> = { north: '', south: '', pair: '' };

beforeAll(async () => {
  app = await startTestApp('teams_numbers', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  await saveScored(
    app.store,
    Array.from({ length: 60 }, (_, n) =>
      conversationOf(`c${n}`, [
        ['Customer: Ann', `My lamp number ${n} is broken again and I am so upset about it!`],
        [
          `Agent: Agent ${n % 6}`,
          n % 6 < 3
            ? `I am so sorry that your lamp broke again, that is upsetting. Number ${n * 7} is on its way today.`
            : `Send a picture of lamp number ${n * 7}.`,
        ],
        ['Customer: Ann', n % 2 === 0 ? 'Thank you, that is lovely.' : 'That is no help at all.'],
      ]),
    ),
  );
  await inWorkspace(app.store, firstWorkspace, (db) =>
    sql`UPDATE conversations SET resolved = id % 3 > 0, wrote_again = id % 5 = 0`.execute(db),
  );
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors WHERE role = 'agent'`.execute(db),
  );
  authors = new Map(rows.map(({ id, name }) => [name, id]));
  http = await app.rebuild({ personOf: () => caller });
  teams.north = await makeTeam('North', [0, 1, 2]);
  teams.south = await makeTeam('South', [3, 4, 5]);
  teams.pair = await makeTeam('Pair', [0, 5]);
  await refresh();
}, 60_000);
afterAll(() => app.end());

const idOf = (n: number): number => authors.get(`Agent: Agent ${n}`) ?? 0;
const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) => {
  const answer = await http.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
};
async function makeTeam(name: string, people: number[]): Promise<string> {
  const body = { name, memberIds: [], authorIds: people.map((n) => String(idOf(n))) };
  const made = await send('POST', '/teams', body);
  expect(made.status, made.text).toBeLessThan(300);
  return made.body.id;
}
const quiet = { sendUnlessWaiting: async () => {} };
async function refresh(): Promise<void> {
  const context = { store: app.store, scorer: shippedScorer, findFocus, jobs: quiet } as unknown as JobContext;
  await refreshOutcomes.handle(context, { workspaceId: firstWorkspace });
  await refreshTeams.handle(context, { workspaceId: firstWorkspace });
  await collectReasons.handle({ ...context, now: () => 0 }, { workspaceId: firstWorkspace, after: 0 });
  await groupReasons.handle(context, { workspaceId: firstWorkspace });
  await refreshReasonsOfTeams.handle(context, { workspaceId: firstWorkspace });
}
/** A lead of one team, as somebody who signed in. */
const leadOf = async (teamId: string, people: number[]): Promise<Person> => {
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    await sql`INSERT INTO users (id, home_workspace, name, email)
      VALUES ('lea', ${firstWorkspace}, 'Lea', 'lea@example.org') ON CONFLICT DO NOTHING`.execute(db);
    await sql`INSERT INTO members (workspace_id, user_id, role) VALUES (${firstWorkspace}, 'lea', 'lead') ON CONFLICT DO NOTHING`.execute(
      db,
    );
    await sql`DELETE FROM team_members WHERE user_id = 'lea'`.execute(db);
    await sql`INSERT INTO team_members (workspace_id, team_id, user_id)
      VALUES (${firstWorkspace}, ${Number(teamId)}, 'lea')`.execute(db);
  });
  return {
    ...localPerson,
    ...{ id: 'lea', name: 'Lea', role: 'lead', holds: ['anyone', 'member', 'reader', 'reviewer', 'lead'] },
    ...{ sees: people.map(idOf), writesAs: [] },
  };
};
const as = async <T>(person: Person, work: () => Promise<T>): Promise<T> => {
  caller = person;
  try {
    return await work();
  } finally {
    caller = localPerson;
  }
};
const empathyOf = (body: { focus: { qualities: { quality: string }[] } }) =>
  body.focus.qualities.find(({ quality }) => quality === 'empathy');

describe('numbers of a team', () => {
  it('come from its own people’s service alone, in focus, outcomes, changes and trend', async () => {
    const north = (await send('GET', `/focus?team=${teams.north}`)).body;
    const south = (await send('GET', `/focus?team=${teams.south}`)).body;
    expect(north.whose.team).toEqual({ id: teams.north, name: 'North', people: 3 });
    expect([north.focus.conversations, north.focus.agents]).toEqual([30, 3]);
    expect(empathyOf(north)).toMatchObject({ opportunities: 30, missedCount: 0 });
    expect(empathyOf(south)).toMatchObject({ opportunities: 30, metCount: 0 });
    expect(south.focus.ladder.conversations).toBe(30);
    const outcomes = (await send('GET', `/outcomes?team=${teams.north}`)).body.outcomes;
    expect([outcomes.conversations, outcomes.agents, outcomes.seen.resolved.n]).toEqual([30, 3, 30]);
    expect((await send('GET', '/outcomes')).body.outcomes.conversations).toBe(60);
    const trend = (await send('GET', `/trend?quality=empathy&team=${teams.south}`)).body;
    expect(trend.lines[0].points.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(30);
    const changes = (await send('GET', `/changes?team=${teams.north}`)).body;
    expect(changes.whose.team.name).toBe('North');
  });

  it('count the reasons of the team’s own conversations, in everybody’s groups and with its own quotes', async () => {
    const reasonsOf = async (query: string) => (await send('GET', `/reasons${query}`)).body.reasons;
    const [all, north, south] = [
      await reasonsOf(''),
      await reasonsOf(`?team=${teams.north}`),
      await reasonsOf(`?team=${teams.south}`),
    ];
    const [lamp] = all.problems;
    expect(lamp).toMatchObject({ key: 'break~lamp' });
    expect([north.scored, south.scored, all.scored]).toEqual([30, 30, 60]);
    expect(north.problems[0]).toMatchObject({ key: lamp.key, name: lamp.name });
    expect(north.problems[0].conversations + south.problems[0].conversations).toBe(lamp.conversations);
    expect(north.bad.grouped).toBe(north.problems[0].conversations);
    const reason = encodeURIComponent(`problem:${lamp.key}`);
    const behind = (await send('GET', `/conversations?reason=${reason}&teamId=${teams.north}&limit=100`)).body;
    expect(behind.total).toBe(north.problems[0].conversations);
    const own = new Set(behind.rows.map(({ id }: { id: string }) => id));
    for (const { conversationId } of north.problems[0].quotes) expect(own).toContain(conversationId);
    const lea = await leadOf(teams.north, [0, 1, 2]);
    await as(lea, async () => {
      expect((await send('GET', '/reasons')).body).toMatchObject({
        reasons: north,
        whose: { team: { name: 'North' } },
      });
      const other = await send('GET', `/reasons?team=${teams.south}`);
      expect([other.status, other.text]).toEqual([404, (await send('GET', '/reasons?team=987654321')).text]);
    });
  });

  it('open the conversations they rest on', async () => {
    const { total } = (await send('GET', `/conversations?teamId=${teams.south}&quality=empathy&verdict=missed`)).body;
    expect(total).toBe(30);
    expect((await send('GET', `/conversations?teamId=${teams.north}&quality=empathy&verdict=missed`)).body.total).toBe(
      0,
    );
    expect((await send('GET', `/conversations?teamId=${teams.north}`)).body.total).toBe(30);
  });

  it('are not those of one or two people, who would be read off them', async () => {
    for (const path of ['focus', 'outcomes', 'changes', 'trend', 'reasons']) {
      const query = path === 'trend' ? `quality=empathy&team=${teams.pair}` : `team=${teams.pair}`;
      const { body } = await send('GET', `/${path}?${query}`);
      expect(body.whose.refused, path).toContain('2 people');
      expect(path === 'trend' ? body.lines : body[path], path).toEqual(path === 'trend' ? [] : null);
    }
  });

  it('are what the lead of a team is shown first; everybody’s can be asked for, another team’s is none', async () => {
    const lea = await leadOf(teams.north, [0, 1, 2]);
    await as(lea, async () => {
      const own = (await send('GET', '/focus')).body;
      expect(own.whose).toMatchObject({ team: { name: 'North' }, teams: [{ name: 'North' }] });
      expect(own.focus.conversations).toBe(30);
      expect((await send('GET', '/outcomes?team=all')).body.outcomes.conversations).toBe(60);
      for (const path of ['focus', 'outcomes', 'changes']) {
        const other = await send('GET', `/${path}?team=${teams.south}`);
        const missing = await send('GET', `/${path}?team=987654321`);
        expect([other.status, other.text]).toEqual([404, missing.text]);
      }
      // Naming another team in a filter opens nothing that was closed.
      expect((await send('GET', `/conversations?teamId=${teams.south}`)).body.total).toBe(0);
    });
  });

  it('choose what to do next, and never offer a lead what only others may begin or read', async () => {
    const { actions } = (await send('GET', `/next-actions?team=${teams.south}`)).body;
    expect(actions[0]).toMatchObject({ kind: 'surer', button: 'Bring in data', gain: null });
    expect(actions[1]).toMatchObject({ kind: 'reason', go: { path: '/reasons' } });
    expect(actions[2]).toMatchObject({ go: { search: { quality: expect.any(String), teamId: teams.south } } });
    const lea = await leadOf(teams.north, [0, 1, 2]);
    await as(lea, async () => {
      const own = (await send('GET', '/next-actions')).body;
      expect(own.actions.map(({ kind }: { kind: string }) => kind)).toEqual(['reason']);
      const everybodys = (await send('GET', '/next-actions?team=all')).body.actions;
      expect(everybodys.map(({ go }: { go: { path: string } }) => go.path)).not.toContain('/first-run');
      const other = await send('GET', `/next-actions?team=${teams.south}`);
      expect([other.status, other.text]).toEqual([404, (await send('GET', '/next-actions?team=987654321')).text]);
    });
    expect((await send('GET', `/next-actions?team=${teams.pair}`)).body).toEqual({ actions: [], quiet: null });
  });

  it('go when its people change, and are found anew', async () => {
    const body = { name: 'South', memberIds: [], authorIds: [2, 3, 4, 5].map((n) => String(idOf(n))) };
    expect((await send('PUT', `/teams/${teams.south}`, body)).status).toBe(200);
    expect((await send('GET', `/outcomes?team=${teams.south}`)).body.outcomes).toBeNull();
    await refresh();
    expect((await send('GET', `/outcomes?team=${teams.south}`)).body.outcomes.conversations).toBe(40);
  });

  it('are in their form, of the version they name', async () => {
    const results = await verifyStore(app.store, { now: () => 0 });
    const promise = results.find(({ name }) => name === 'answers-of-teams-whole');
    expect(promise).toMatchObject({ checked: 8, violations: [] });
  });
});
