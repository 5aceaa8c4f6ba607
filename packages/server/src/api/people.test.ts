import type { Kudos, PersonPage, TeamHours, TeamPage } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAgentComparisons } from '../store/agent-comparisons.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listThanked } from '../store/thanks.ts';
import { kudosChecks } from '../store/verify/kudos.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const deed = 'Thank you so much, you stayed on the line until the card worked.';
const made = [
  ...Array.from({ length: 24 }, (_, place) =>
    conversationOf(`ann-${place}`, [
      ['Kim', 'My kettle broke this morning and I am really upset about it. Can you help me?'],
      ['Agent: Ann', 'I am so sorry your kettle broke this morning. I have sent you a new one, it arrives on Friday.'],
      ['Kim', place === 0 ? deed : 'Thanks!'],
    ]),
  ),
  ...Array.from({ length: 11 }, (_, place) =>
    conversationOf(`bea-${place}`, [
      ['Lou', 'Which day does the shop close?'],
      ['Agent: Bea', 'The shop closes at six on every day of the week.'],
    ]),
  ),
  conversationOf('cid-0', [
    ['Pat', 'Is my order on its way?'],
    ['Agent: Cid', 'It left on Monday and arrives on Thursday.'],
  ]),
];

let app: TestApp;
let ids: number[];
let [ann, bea, cid] = [0, 0, 0];
beforeAll(async () => {
  app = await startTestApp('people', keepImports);
  ids = await saveScored(app.store, made);
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors`.execute(db),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? -1;
  [ann, bea, cid] = [idOf('Agent: Ann'), idOf('Agent: Bea'), idOf('Agent: Cid')];
});
afterAll(() => app.end());

const as = (changes: Partial<Person>): Promise<FastifyInstance> =>
  app.rebuild({ personOf: () => ({ ...localPerson, ...changes }) });
const agentAnn = () => as({ id: 'ann', role: 'agent', holds: ['anyone', 'member'], sees: [ann], writesAs: [ann] });
const switchViews = (on: boolean) =>
  inWorkspace(app.store, firstWorkspace, (db) =>
    sql`INSERT INTO agents_rights (workspace_id, informed_on, agreement, purposes, retention, views_on, changed_by)
      VALUES (${firstWorkspace}, '2025-01-02', 'works council', 'learning', '180 days', ${on}, 'local')
      ON CONFLICT (workspace_id) DO UPDATE SET views_on = excluded.views_on`.execute(db),
  );
const pageOf = async (http: FastifyInstance, id: number) =>
  (await http.inject(`/api/v1/people/${id}`)).json<PersonPage>();

describe('a person’s page', () => {
  it('is open to the person at the keyboard, by name and with what must be filled in', async () => {
    const { people, notice } = (await app.http.inject('/api/v1/people')).json();
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Agent 1', 'Agent 2', 'Agent 3']);
    expect(notice).toContain('closed to everybody else');
  });

  it('shows ranges, own words, and thanks that name a deed', async () => {
    const page = await pageOf(app.http, ann);
    expect(page).toMatchObject({ own: false, conversations: 24, thanksTotal: 1 });
    expect(page.thanks[0]).toMatchObject({ quote: deed, customer: 'Kim', conversationId: String(ids[0]) });
    for (const { met } of page.qualities) {
      expect(met.value === null ? met.n < 20 : met.lower !== null && met.upper !== null).toBe(true);
    }
    expect(page.qualities.every(({ markIs }) => markIs === 'fixed')).toBe(true);
    expect(page.great.every(({ reply }) => reply !== null)).toBe(true);
    expect(page.compared).toContain('Not compared with anybody');
    expect(JSON.stringify(page.teamExamples)).not.toMatch(/Ann|Bea|Cid|conversationId/);
    expect(JSON.stringify([page.headline, page.summary])).not.toMatch(/missed/i);
  });

  it('says no share of a person below ten conversations', async () => {
    const page = await pageOf(app.http, cid);
    expect(page).toMatchObject({
      qualities: [],
      course: null,
      great: [],
      headline: { marked: '1 conversation so far' },
    });
  });

  it('stays closed to everybody else until the agents were told; then it is the agent’s own, and never a peer’s', async () => {
    const http = await agentAnn();
    const missing = await http.inject('/api/v1/people/987654');
    expect(missing.statusCode).toBe(404);
    expect((await http.inject(`/api/v1/people/${ann}`)).body).toBe(missing.body);
    await switchViews(true);
    expect(await pageOf(http, ann)).toMatchObject({ own: true, conversations: 24 });
    const peer = await http.inject(`/api/v1/people/${bea}`);
    expect([peer.statusCode, peer.body]).toEqual([404, missing.body]);
    expect((await http.inject('/api/v1/people')).json().people).toHaveLength(1);
    const lead = await as({ id: 'lead', role: 'lead', sees: [bea] });
    expect((await lead.inject(`/api/v1/people/${bea}`)).statusCode).toBe(200);
    expect((await lead.inject(`/api/v1/people/${ann}`)).body).toBe(missing.body);
    const elsewhere = await as({ workspace: 2 });
    expect((await elsewhere.inject(`/api/v1/people/${ann}`)).body).toBe(missing.body);
    await switchViews(false);
  });

  it('holds the range against the team only where the fair comparison was possible', async () => {
    await inWorkspace(app.store, firstWorkspace, (db) =>
      saveAgentComparisons(db, firstWorkspace, {
        found: [{ quality: 'communication', team: 0.4, agents: [{ authorId: String(ann), standing: 'above' }] }],
        scorerVersion: 'x',
      }),
    );
    const writing = (await pageOf(app.http, ann)).qualities.find(({ quality }) => quality === 'communication');
    expect(writing).toMatchObject({ markIs: 'team', mark: 0.4, standing: 'great' });
    await inWorkspace(app.store, firstWorkspace, (db) =>
      saveAgentComparisons(db, firstWorkspace, { found: [], scorerVersion: 'x' }),
    );
  });
});

it('a person’s conversations are listed to whom the page is open, and to nobody else', async () => {
  const own = (await app.http.inject(`/api/v1/people/${bea}/conversations`)).json();
  expect([own.total, own.name, own.rows.length]).toEqual([11, 'Agent 2', 11]);
  const http = await agentAnn();
  await switchViews(true);
  const peer = await http.inject(`/api/v1/people/${bea}/conversations`);
  expect([peer.statusCode, peer.body]).toEqual([404, (await http.inject('/api/v1/people/987654/conversations')).body]);
  expect((await http.inject(`/api/v1/people/${ann}/conversations?quality=communication`)).statusCode).toBe(200);
  await switchViews(false);
});

describe('thanks between people', () => {
  const thank = (http: FastifyInstance, conversation: number | undefined, body: Record<string, unknown>) =>
    http.inject({ method: 'POST', url: `/api/v1/conversations/${conversation}/kudos`, payload: body });

  it('quote exact words, reach the person thanked, are given once and can be taken back by the giver alone', async () => {
    const body = { authorId: String(ann), messageId: 'ann-1-1', quote: 'so sorry your kettle broke', note: 'Warm.' };
    const given = await thank(app.http, ids[1], body);
    expect(given.statusCode).toBe(201);
    const { id } = given.json<Kudos>();
    expect(given.json()).toMatchObject({ saidBy: 'agent', givenBy: 'You', own: true, quote: body.quote });
    expect((await thank(app.http, ids[1], { ...body, note: 'Very warm.' })).json().id).toBe(id);
    expect((await pageOf(app.http, ann)).kudos).toMatchObject([{ id, note: 'Very warm.' }]);
    const other = await as({ id: 'somebody' });
    expect((await other.inject({ method: 'DELETE', url: `/api/v1/kudos/${id}` })).statusCode).toBe(404);
    expect(await checkQuotes()).toMatchObject({ checked: 1, violations: [] });
    await change(sql`UPDATE kudos SET quote = 'so happy your kettle broke'`);
    expect(await checkQuotes()).toMatchObject({ violations: [`thanks ${id}`] });
    expect((await app.http.inject({ method: 'DELETE', url: `/api/v1/kudos/${id}` })).statusCode).toBe(200);
    expect((await pageOf(app.http, ann)).kudos).toEqual([]);
  });

  it('refuse words that do not stand there, another colleague’s words, and one’s own praise', async () => {
    const body = { authorId: String(ann), messageId: 'ann-1-1', quote: 'so sorry' };
    expect((await thank(app.http, ids[1], { ...body, quote: 'So sorry' })).statusCode).toBe(400);
    expect((await thank(app.http, ids[1], { ...body, authorId: String(bea) })).statusCode).toBe(404);
    expect((await thank(app.http, ids[1], { ...body, messageId: 'bea-0-1' })).statusCode).toBe(404);
    expect((await thank(await agentAnn(), ids[1], body)).statusCode).toBe(400);
  });

  it('go to whoever wrote the quoted words, where nobody is named', async () => {
    const given = await thank(app.http, ids[2], { messageId: 'ann-2-1', quote: 'I am so sorry' });
    expect(given.json()).toMatchObject({ authorId: String(ann), author: 'Agent 1' });
    await app.http.inject({ method: 'DELETE', url: `/api/v1/kudos/${given.json().id}` });
    expect((await thank(app.http, ids[2], { messageId: 'ann-2-2', quote: 'Thanks!' })).statusCode).toBe(404);
  });

  it('answer for a conversation that may not be seen exactly as for a missing one', async () => {
    const http = await agentAnn();
    const body = { authorId: String(bea), messageId: 'bea-0-1', quote: 'The shop' };
    const unseen = await thank(http, ids[24], body);
    expect([unseen.statusCode, unseen.body]).toEqual([404, (await thank(http, 987654, body)).body]);
  });
});

const change = (statement: ReturnType<typeof sql>) =>
  inWorkspace(app.store, firstWorkspace, (db) => statement.execute(db));
const checkQuotes = () =>
  inWorkspace(app.store, firstWorkspace, async (db) => kudosChecks[0]?.find(db, firstWorkspace));

describe('hours of the team', () => {
  it('count what came by the asked clock and name nobody', async () => {
    const { hours } = (await app.http.inject('/api/v1/team/hours?zone=Europe/Berlin')).json();
    expect(hours.begun).toBe(36);
    expect(hours.parts.reduce((sum: number, { begun }: { begun: number }) => sum + begun, 0)).toBe(36);
    expect(hours.parts.reduce((sum: number, { replies }: { replies: number }) => sum + replies, 0)).toBe(36);
    expect(hours.week.reduce((sum: number, { hard }: { hard: number }) => sum + hard, 0)).toBeLessThanOrEqual(24);
    expect(JSON.stringify(hours)).not.toMatch(/Ann|Bea|Cid|authorId/);
  });

  it('open the very conversations they count, by the same clock', async () => {
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
      const { hours } = (await app.http.inject(`/api/v1/team/hours?zone=${zone}`)).json<{ hours: TeamHours }>();
      const { from, to, parts, week } = hours;
      const behind = async (filter: Record<string, string>) =>
        (await app.http.inject(`/api/v1/conversations?${new URLSearchParams({ zone, from, to, ...filter })}`)).json()
          .total;
      for (const { part, begun } of parts) expect(await behind({ begun: part }), `${part} in ${zone}`).toBe(begun);
      const upset = await Promise.all(parts.map(({ part }) => behind({ begun: part, feeling: 'very-upset-at-start' })));
      expect(upset.reduce((sum, n) => sum + n, 0)).toBe(week.reduce((sum, { hard }) => sum + hard, 0));
    }
  });

  it('refuse a clock that nobody knows', async () => {
    for (const zone of ['Nowhere/Land', '+02:00', '']) {
      const query = new URLSearchParams({ zone });
      expect((await app.http.inject(`/api/v1/team/hours?${query}`)).statusCode, zone).toBe(400);
      expect((await app.http.inject(`/api/v1/conversations?begun=day&${query}`)).statusCode, zone).toBe(400);
    }
  });
});

describe('the team’s page', () => {
  it('lists people by name with their load, and nobody beside a quality', async () => {
    const page = (await app.http.inject('/api/v1/team')).json<TeamPage>();
    expect(page.load.people.map(({ name, conversations }) => [name, conversations])).toEqual([
      ['Agent 1', 24],
      ['Agent 2', 11],
      ['Agent 3', 1],
    ]);
    const [first] = page.load.people;
    expect(first?.hard).toBeLessThanOrEqual(first?.conversations ?? 0);
    expect(page.thanks).toMatchObject([{ quote: deed, author: 'Agent 1' }]);
    expect(page.unthanked.map(({ name }) => name)).toEqual(['Agent 2', 'Agent 3']);
    expect(JSON.stringify(page.qualities)).not.toContain('Agent');
    expect(page.compared).toContain('not compared');
  });

  it('finds who was thanked however many thanks stand before theirs, read piece by piece', async () => {
    const thanked = (given: { since: Date | undefined; atOnce: number }) =>
      inWorkspace(app.store, firstWorkspace, async (db) => [
        ...(await listThanked(db, firstWorkspace, { authorIds: [ann, bea, cid], ...given })),
      ]);
    const { rows } = await change(sql`SELECT count(*) AS n FROM signals WHERE kind = 'thanked'`);
    expect(rows).toEqual([{ n: 24 }]);
    for (const atOnce of [1, 5, 24, 2000]) {
      expect(await thanked({ since: undefined, atOnce })).toEqual([ann]);
      expect(await thanked({ since: new Date(0), atOnce })).toEqual([ann]);
    }
    expect(await thanked({ since: new Date('2100-01-01'), atOnce: 5 })).toEqual([]);
  });

  it('names nobody to others before the agents were told', async () => {
    const lead = await as({ id: 'lead', role: 'lead' });
    const page = (await lead.inject('/api/v1/team')).json<TeamPage>();
    expect(page).toMatchObject({ thanks: [], kudos: [], unthanked: [], load: { people: [] } });
    expect(page.notice).toContain('when the agents were told');
    expect(page.load.teamShare.n).toBe(36);
    expect(JSON.stringify(page)).not.toContain('Agent');
  });

  it('holds nobody but those whose work the reader may see', async () => {
    await switchViews(true);
    const page = (await (await as({ id: 'lead', role: 'lead', sees: [bea] })).inject('/api/v1/team')).json<TeamPage>();
    await switchViews(false);
    expect(page.load.people.map(({ authorId }) => authorId)).toEqual([String(bea)]);
    expect(page.thanks).toEqual([]);
    expect(page.load.headline.marked).toBe('One person only');
  });
});
