import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listProblems } from '../store/import-problems.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listAuthors } from '../store/list-authors.ts';
import type { Db } from '../store/open-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('import-file');
  await bench.startWorker();
});
afterAll(() => bench?.end());

const header = 'conversation_id,message_id,sent_at,author_role,author_name,channel,subject,body,csat';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

/** A small file of its own source: conversations p1 … pN of four messages each. */
const shop = (prefix: string, conversations: number): string[] =>
  Array.from({ length: conversations }, (_, index) => index + 1).flatMap((n) => [
    `${prefix}${n},${n}-1,2026-01-05T10:00:00Z,customer,Ann ${n},chat,Lamp,"My lamp ${n} is broken and I am upset",`,
    `${prefix}${n},${n}-2,2026-01-05T10:01:00Z,agent,Sam,chat,Lamp,"I am sorry your lamp broke. Which model is it?",`,
    `${prefix}${n},${n}-3,2026-01-05T10:05:00Z,customer,Ann ${n},chat,Lamp,It is the ${n} watt one,`,
    `${prefix}${n},${n}-4,2026-01-05T10:06:00Z,agent,Sam,chat,Lamp,"Thank you, I send a new one today.",${(n % 5) + 1}`,
  ]);

const query = async <T>(question: (db: Db) => Promise<T>): Promise<T> =>
  inWorkspace(bench.store, firstWorkspace, question);

/** Every stored word of a source with its place, to compare before and after. */
const stored = (source: string) =>
  query(async (db) => {
    const { rows } = await sql`
      SELECT c.source_id, c.csat_value, c.csat_max, c.message_count, c.first_at, c.last_at, m.message_id, m.position,
        m.text, m.at, a.name, a.role
      FROM conversations c JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id
      JOIN authors a ON a.workspace_id = m.workspace_id AND a.id = m.author_id
      WHERE c.source = ${source} ORDER BY c.source_id, m.position, m.message_id`.execute(db);
    return rows;
  });

const assessedAt = (source: string) =>
  query(async (db) => {
    const { rows } = await sql<{ source_id: string; assessed_at: Date }>`
      SELECT c.source_id, a.assessed_at FROM assessments a
      JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
      WHERE c.source = ${source} ORDER BY c.source_id`.execute(db);
    return new Map(rows.map((row) => [row.source_id, row.assessed_at.getTime()]));
  });

const bring = async (source: string, text: string, fileName = `${source}.csv`) =>
  bench.until(await bench.send(fileName, text, { source }), 'done');

describe('import of a file', () => {
  it('keeps what customers answered when asked to recommend, and about effort with the scale a person named', async () => {
    const head = 'conversation_id,message_id,author_role,author_name,body,NPS,CES score';
    const rows = [9, 2, 11].map((nps, n) => `n${n},${n},customer,Ann,My lamp is broken,${nps},${n + 1}`);
    const id = await bench.send('asked.csv', `${[head, ...rows, 'n3,4,customer,Ann,Hello,,'].join('\n')}\n`, {
      source: 'asked',
      said: { effortScale: '5-1' },
    });
    await bench.until(id, 'done');
    const outcomes = await query(async (db) =>
      db.selectFrom('conversations').select('outcomes').where('source', '=', 'asked').orderBy('source_id').execute(),
    );
    const scale = { ces_hardest: 5, ces_easiest: 1 };
    expect(outcomes.map((one) => one.outcomes)).toEqual([
      { nps: 9, ces: 1, ...scale },
      { nps: 2, ces: 2, ...scale },
      // Eleven is no answer to a question from 0 to 10; the file says so in its problems.
      { ces: 3, ...scale },
      {},
    ]);
    const open = await bench.send('asked-again.csv', `${[head, ...rows].join('\n')}\n`, {
      ...{ source: 'asked-again', autoConfirm: false },
    });
    expect((await bench.until(open, 'needs-mapping')).plan).toMatchObject({ effortScale: 'unknown' });
    await bench.actions.cancel(open);
    const problems = await query((db) => listProblems(db, firstWorkspace, { importId: id }));
    expect(problems.problems.map(({ code, column }) => [code, column])).toEqual([['unknown-value', 'NPS']]);
  });

  it('stores what is in it, scores it and finds the focus', async () => {
    const run = await bring('first', csv(...shop('c', 3)));
    expect(run.counts).toMatchObject({
      units: 12,
      accepted: 12,
      updated: 0,
      duplicate: 0,
      rejected: 0,
      conversations: 3,
    });
    expect(run.counts).toMatchObject({ toScore: 3, scored: 3 });
    expect(run.period).toEqual({ from: '2026-01-05T10:00:00.000Z', to: '2026-01-05T10:06:00.000Z' });
    expect(await assessedAt('first')).toHaveProperty('size', 3);
    expect(bench.troubles).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const text = csv(...shop('c', 3));
    const [before, scoredBefore] = [await stored('first'), await assessedAt('first')];
    const run = await bring('first', text);
    expect(run.counts).toMatchObject({ units: 12, accepted: 0, updated: 0, duplicate: 12, rejected: 0, toScore: 0 });
    expect(await stored('first')).toEqual(before);
    expect(await assessedAt('first')).toEqual(scoredBefore);
  });

  it('takes over a corrected file and scores again only what changed', async () => {
    const rows = shop('c', 3);
    const scoredBefore = await assessedAt('first');
    rows[5] = rows[5]?.replace('I am sorry your lamp broke.', 'That is not our problem.') ?? '';
    const run = await bring('first', csv(...rows));
    expect(run.counts).toMatchObject({ units: 12, accepted: 1, updated: 1, duplicate: 11, toScore: 1, scored: 1 });
    const scoredAfter = await assessedAt('first');
    const again = [...scoredAfter].filter(([id, at]) => at !== scoredBefore.get(id)).map(([id]) => id);
    expect(again).toEqual(['c2']);
  });

  it('counts a changed rating as an update, although every message was known', async () => {
    const rows = shop('r', 2);
    await bring('rated', csv(...rows));
    rows[3] = rows[3]?.replace(/,2$/, ',1') ?? '';
    const run = await bring('rated', csv(...rows));
    expect(run.counts).toMatchObject({ units: 8, accepted: 1, updated: 1, duplicate: 7 });
    expect((await stored('rated'))[0]).toMatchObject({ csat_value: 1, csat_max: 5 });
  });

  it('puts scattered rows together, and knows them when they come in order', async () => {
    const rows = shop('s', 40);
    const scattered = rows.toSorted((a, b) => (a.slice(-9) < b.slice(-9) ? -1 : 1));
    const first = await bring('scattered', csv(...scattered));
    expect(first.counts).toMatchObject({ units: 160, accepted: 160, conversations: 40 });
    const again = await bring('scattered', csv(...rows));
    expect(again.counts).toMatchObject({ units: 160, accepted: 0, duplicate: 160 });
  });

  it('replaces the messages of a conversation when the source has no message ids', async () => {
    const line = (text: string, at: number) => `n1,,2026-01-05T10:0${at}:00Z,customer,Ann,chat,Lamp,${text},`;
    await bring('no-ids', csv(line('one', 1), line('two', 2), line('three', 3)));
    expect((await bring('no-ids', csv(line('one', 1), line('two', 2), line('three', 3)))).counts).toMatchObject({
      accepted: 0,
      duplicate: 3,
    });
    const shorter = await bring('no-ids', csv(line('one', 1), line('deux', 2)));
    expect(shorter.counts).toMatchObject({ units: 2, accepted: 1, updated: 1, duplicate: 1 });
    expect((await stored('no-ids')).map((row) => (row as { text: string }).text)).toEqual(['one', 'deux']);
  });

  it('keeps good rows beside bad ones, and every unit is counted once', async () => {
    const rows = shop('b', 2);
    rows[2] = rows[2]?.replace('2026-01-05T10:05:00Z', 'yesterday') ?? '';
    const run = await bring('bad', csv(...rows));
    expect(run.counts).toMatchObject({ units: 8, accepted: 7, duplicate: 0, rejected: 1 });
    const found = await query((db) => listProblems(db, firstWorkspace, { importId: Number(run.id) }));
    expect(found.problems).toMatchObject([{ code: 'bad-date', line: 4, column: 'sent_at', units: 1 }]);
  });

  it('reads JSON lines, and ids of two sources do not meet', async () => {
    const line = JSON.stringify({
      id: 'c1',
      channel: 'email',
      customer: 'ann@example.org',
      messages: [
        {
          id: '1-1',
          at: '2026-02-01T08:00:00Z',
          role: 'customer',
          author: 'ann@example.org',
          text: 'Where is my parcel?',
        },
        {
          id: '1-2',
          at: '2026-02-01T09:00:00Z',
          role: 'agent',
          author: 'Kim',
          text: 'It left today, write to kim@example.org.',
        },
      ],
    });
    const run = await bring('lines', `${line}\n`, 'lines.jsonl');
    expect(run.counts).toMatchObject({ units: 2, accepted: 2, conversations: 1 });
    expect(run.counts.masked.email).toBe(1);
    const rows = JSON.stringify(await stored('lines'));
    expect(rows).not.toContain('example.org');
    expect(await stored('first')).toHaveLength(12);
  });

  it('masks what the reasons of refused rows quote, whole or cut', async () => {
    const quoted = 'please write to zoe.hart@home.example or charge 4111 1111 1111 1111 today';
    const header = 'conversation_id,author_role,author_name,sent_at,body';
    const run = await bring(
      'quoted',
      `${header}\n1,customer,Zoe,2026-03-02T09:00:00Z,Hi\n1,agent,Kim,${quoted},Hi\n`,
      'q.csv',
    );
    const { problems } = await query((db) => listProblems(db, firstWorkspace, { importId: Number(run.id) }));
    expect(problems.map(({ reason }) => reason)).toEqual([
      '“please write to [email] or charge ” is not a time that can be read.',
    ]);
  });

  it('tells why a file cannot be read, and keeps nothing of it', async () => {
    const id = await bench.send('tickets.csv', 'Ticket ID,Subject,Satisfaction Score\n1,Lamp,5\n');
    const run = await bench.until(id, 'failed');
    expect(run.failure).toContain('messages are not in it');
    // Its key is gone with that state; the file follows a moment later.
    const kept = async () => (await readdir(join(bench.dataFolder, 'spool'))).filter((name) => name !== 'id');
    await vi.waitFor(async () => expect(await kept()).toEqual([]), { timeout: 10_000 });
  });
});

const oneBot = Array.from({ length: 12 }, (_, n) => [
  `w${n},${n}-1,2026-01-0${(n % 9) + 1}T10:00:00Z,customer,Ann ${n},chat,Lamp,My lamp ${n} is broken and I am upset,`,
  `w${n},${n}-2,2026-01-0${(n % 9) + 1}T10:00:02Z,agent,Desk,chat,Lamp,Thank you for your message. We will answer soon.,`,
  `w${n},${n}-3,2026-01-0${(n % 9) + 1}T11:00:00Z,agent,Kim,chat,Lamp,I am sorry lamp ${n} broke. A new one leaves today.,`,
]).flat();

describe('who is who', () => {
  it('waits for a person, proposes bots, and scores nobody a person takes for one', async () => {
    const id = await bench.send('who.csv', csv(...oneBot), { source: 'who', autoConfirm: false });
    expect((await bench.until(id, 'who-is-who')).counts).toMatchObject({ toScore: 12, scored: 0 });
    const { authors } = await query((db) => listAuthors(db, firstWorkspace, { importId: id, sees: null }));
    const desk = authors.find(({ name }) => name === 'Desk');
    expect(desk).toMatchObject({ role: 'agent', proposedRole: 'bot', messages: 12, conversations: 12 });
    expect(desk?.hints).toEqual(expect.arrayContaining(['same-text', 'instant-replies', 'said-by-file']));
    await bench.actions.confirmAuthors(id, { roles: {} });
    await bench.until(id, 'done');
    const assessed = await query((db) =>
      sql<{ name: string; n: number }>`
      SELECT a.name, count(*) AS n FROM assessments s JOIN authors a ON a.workspace_id = s.workspace_id AND a.id = s.author_id
      JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
      WHERE c.source = 'who' GROUP BY a.name`.execute(db),
    );
    expect(assessed.rows).toEqual([{ name: 'Kim', n: 12 }]);
  });

  it('scores the conversations of an author again whose role is corrected', async () => {
    const { authors } = await query((db) => listAuthors(db, firstWorkspace, { importId: null, sees: null }));
    const desk = authors.find(({ name, source }) => source === 'who' && name === 'Desk');
    const corrected = await bench.actions.setAuthorRole(Number(desk?.id), 'agent');
    expect(corrected).toMatchObject({ role: 'agent', hints: ['said-by-person'] });
    await expect
      .poll(
        () =>
          query(
            async (db) =>
              (
                await sql<{ n: number }>`SELECT count(*) AS n FROM assessments
        WHERE author_id = ${Number(desk?.id)}`.execute(db)
              ).rows[0]?.n,
          ),
        { timeout: 10_000 },
      )
      .toBe(12);
  });
});
