/** Erasing, keeping and handing out from the terminal: the same road as the pages, on a real database with a worker. */
import { testSecret } from '@rapport/server/api/test-app';
import { type LiveApp, startLiveApp } from '@rapport/server/arrivals/live-app.fixture';
import { openJobs } from '@rapport/server/jobs/open-jobs';
import { firstWorkspace, inWorkspace } from '@rapport/server/store/in-workspace';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erase } from './erase.ts';
import { exportKind, exportPerson } from './export.ts';
import { runRetention, showRetention } from './retention.ts';

let app: LiveApp;
let open: Parameters<typeof erase>[0];
const withoutMore = <T>(work: () => Promise<T>): Promise<T> => work();
const query = <Row>(text: ReturnType<typeof sql<Row>>) =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await text.execute(db)).rows);
const logged = async () =>
  (await query(sql<{ what: string }>`SELECT what FROM audit_entries WHERE person_id = 'local' ORDER BY number`)).map(
    ({ what }) => what,
  );

beforeAll(async () => {
  app = await startLiveApp('privacy-commands', testSecret);
  open = { store: app.store, jobs: openJobs(), workspace: firstWorkspace };
  const said = (id: string, role: string, author: string, authorId: string, text: string) => ({
    ...{ id, role, author, authorId, text, at: `2026-01-05T10:0${id.at(-1)}:00Z` },
  });
  const answer = (id: string) => said(id, 'agent', 'Brisa Holloway', 'a-9', 'I am sorry, Quillon Vanterpool told me.');
  const payload = {
    conversations: [
      {
        id: 'q',
        customer: 'c-77',
        messages: [said('q-0', 'customer', 'Quillon Vanterpool', 'c-77', 'My lamp broke.')],
      },
      { id: 'm', customer: 'c-1', messages: [said('m-0', 'customer', 'Max Orley', 'c-1', 'It broke.'), answer('m-1')] },
    ],
  };
  const pushed = await app.http.inject({ method: 'POST', url: '/api/v1/conversations?source=shop', payload });
  expect(pushed.statusCode, pushed.body).toBe(202);
  await app.until(async () => (await query(sql`SELECT FROM conversations WHERE NOT needs_scoring`)).length === 2);
});
afterAll(() => app?.end());

describe('rapport erase', () => {
  let ids: string[];

  it('lists everybody of a name, and changes nothing', async () => {
    const lines = await erase(open, ['quillon'], { word: [] }, withoutMore);
    ids = lines.flatMap((line) => /^(author:\d+)\t/.exec(line)?.[1] ?? []);
    expect(ids).toHaveLength(1);
    expect(lines[0]).toContain('Quillon Vanterpool');
    expect(await erase(open, ['nobody like that'], { word: [] }, withoutMore)).toEqual([
      expect.stringContaining('Nobody of that name'),
    ]);
  });

  it('counts what would go, and erases nothing without the name, with another one, or by a name alone', async () => {
    const lines = await erase(open, ids, { word: ['lamp'] }, withoutMore);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1\tconversations go/),
        expect.stringMatching(/^1\ttexts of others in which “Quillon Vanterpool”/),
        expect.stringContaining('--confirm "Quillon Vanterpool"'),
      ]),
    );
    await expect(erase(open, ids, { word: [], confirm: 'Somebody' }, withoutMore)).rejects.toThrow('not the name');
    await expect(erase(open, ['quillon'], { word: [], confirm: 'quillon' }, withoutMore)).rejects.toThrow('by the ids');
    await expect(erase(open, ['author:987654'], { word: [] }, withoutMore)).rejects.toThrow('not here');
    expect(await query(sql`SELECT FROM conversations`)).toHaveLength(2);
    expect(await logged()).toEqual([]);
  });

  it('hands out what is kept about them as a zip, while it is kept', async () => {
    const zip = await exportPerson(open, ids);
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    await expect(exportPerson(open, ['quillon'])).rejects.toThrow('said by ids');
    expect(await logged()).toEqual(['person-exported']);
  });

  it('erases the person once their name is said, and tells in numbers what went', { timeout: 30_000 }, async () => {
    const lines = await erase(open, ids, { word: [], confirm: 'Quillon Vanterpool' }, withoutMore);
    expect(lines[0]).toMatch(/^Erasure \d+ \(customer\) is done\.$/);
    expect(lines).toContain('1\tconversations');
    expect(lines.join('\n')).not.toContain('Quillon');
    const texts = await query(sql<{ text: string }>`SELECT text FROM messages`);
    expect(texts).toHaveLength(2);
    expect(JSON.stringify(texts)).not.toContain('Quillon');
    expect(await logged()).toEqual(['person-exported', 'erasure-started', 'erasure-done']);
    expect(await app.broken()).toEqual([]);
  });
});

describe('rapport retention', () => {
  it('says that nothing is deleted while nobody has said how long to keep, and refuses to run', async () => {
    expect((await showRetention(open, {}))[0]).toContain('Nobody has said');
    expect(JSON.parse((await showRetention(open, { json: true }))[0] ?? '')).toMatchObject({ rule: null });
    await expect(runRetention(open, '5', withoutMore)).rejects.toThrow('Nobody has said');
  });

  it('runs only once the rule has begun, and deletes no more than was confirmed', { timeout: 30_000 }, async () => {
    // Written down as the page does it; its days of grace are not over.
    await query(sql`
      INSERT INTO retention_settings (workspace_id, default_days, channel_days, counted_from, starts_at, next_run_at,
        changed_by, changed_at)
      VALUES (${firstWorkspace}, 30, '{}', 'last-message', now() + interval '1 day', now() + interval '1 day', 'local', now())`);
    await expect(runRetention(open, '5', withoutMore)).rejects.toThrow('The rule begins on');
    // The days of grace are over, and the next run is not due for some hours.
    const future = `now() + interval '9 hours'`;
    await query(
      sql`UPDATE retention_settings SET starts_at = now() - interval '1 day', next_run_at = ${sql.raw(future)}`,
    );
    expect(await runRetention(open, undefined, withoutMore)).toEqual(
      expect.arrayContaining([expect.stringContaining('rapport retention run --confirm 1')]),
    );
    await expect(runRetention(open, '0', withoutMore)).rejects.toThrow('1 conversations would go, not 0');
    await expect(runRetention(open, 'all', withoutMore)).rejects.toThrow('whole number');
    expect(await query(sql`SELECT FROM conversations`)).toHaveLength(1);
    expect((await runRetention(open, '1', withoutMore))[0]).toBe('1\tconversations deleted');
    expect(await query(sql`SELECT FROM conversations`)).toHaveLength(0);
    expect((await logged()).slice(3)).toEqual(['retention-asked', 'retention-applied']);
    expect(await app.broken()).toEqual([]);
  });
});

it('an export from the terminal stands in the log before its first row', async () => {
  const rows: string[] = [];
  for await (const text of exportKind(open, 'conversations', 'csv')) rows.push(text);
  expect(rows.join('')).toMatch(/^\uFEFFid,source,/);
  expect((await logged()).at(-1)).toBe('exported');
});
