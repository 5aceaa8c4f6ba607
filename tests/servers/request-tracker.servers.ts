/** A real Request Tracker: its past arrives as it is, and an answer written there is scored here within a minute. */
import type { Connection } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../../packages/server/src/arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../../packages/server/src/store/in-workspace.ts';
import { missing } from './missing.ts';
import { hasRequestTracker, type RunningRequestTracker, startRequestTracker } from './start-request-tracker.ts';

missing(hasRequestTracker, 'request-tracker5 with rt5-db-sqlite, rt5-standalone and starman');

describe.skipIf(!hasRequestTracker)('a real Request Tracker', () => {
  let tracker: RunningRequestTracker;
  let app: LiveApp;
  beforeAll(async () => {
    tracker = await startRequestTracker();
    const { host } = new URL(tracker.origin);
    app = await startLiveApp('request-tracker', { RAPPORT_PRIVATE_HOSTS: host });
  });
  afterAll(async () => {
    await app?.end();
    await tracker?.stop();
  });

  const rows = <T extends object>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    inWorkspace(app.store, firstWorkspace, async (db) => (await query.execute(db)).rows);
  const messagesOf = (ticket: string) =>
    rows(sql<{ role: string; visibility: string; text: string }>`
      SELECT a.role, m.visibility, m.text FROM conversations c
      JOIN messages m ON m.conversation_id = c.id JOIN authors a ON a.id = m.author_id
      WHERE c.source_id = ${ticket} ORDER BY m.at, m.position`);

  it('is connected, and its past arrives: replies, comments among staff, merges, attachments by name', async () => {
    const payload = {
      ...{ kind: 'request-tracker', name: 'RT', address: tracker.origin, fields: { token: tracker.token } },
      historyDays: null,
    };
    const headers = { host: 'localhost:80' };
    const created = await app.http.inject({ method: 'POST', url: '/api/v1/connections', headers, payload });
    expect(created.statusCode, created.body).toBe(201);
    expect(created.body).not.toContain(tracker.token);
    await app
      .until(async () => {
        const [found] = await rows(sql<{ n: number }>`
          SELECT count(*)::integer AS n FROM conversations WHERE NOT needs_scoring`);
        return (found?.n ?? 0) >= 3;
      }, 60_000)
      .catch(async (error: unknown) => {
        const told = await rows(sql<{ reason: unknown }>`SELECT state, reason, cursor FROM connections`);
        throw new Error(`${error} ${JSON.stringify(told)} ${JSON.stringify(await messagesOf('1'))}`);
      });
    const lamp = await messagesOf('1');
    expect(lamp.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual(
      expect.arrayContaining(['customer public', 'agent internal', 'agent public']),
    );
    expect(lamp.some(({ text }) => text.includes('I write again about the lamp'))).toBe(true);
    expect((await messagesOf('2'))[0]?.text).toContain('étagère');
    const scored = await rows(sql<{ one: number }>`SELECT 1 AS one FROM assessments`);
    expect(scored.length).toBeGreaterThan(0);
    expect(await app.broken()).toEqual([]);
  });

  it('brings an answer that is written there now, scored within a minute', { timeout: 150_000 }, async () => {
    const began = Date.now();
    await tracker.answer(4, 'I am sorry that you have waited a week. I have found your order, and it goes out today.');
    await app.until(async () => {
      const [found] = await rows(sql<{ scored: boolean }>`
        SELECT agent_ids <> '{}' AND NOT needs_scoring AS scored FROM conversations WHERE source_id = '4'`);
      return found?.scored === true;
    }, 90_000);
    const seconds = (Date.now() - began) / 1000;
    process.stderr.write(`Scored ${seconds.toFixed(1)} s after it was written.\n`);
    expect(seconds).toBeLessThan(75);
    const connections = await app.http.inject({
      method: 'GET',
      url: '/api/v1/connections',
      headers: { host: 'localhost:80' },
    });
    expect(connections.json<{ connections: Connection[] }>().connections[0]).toMatchObject({
      state: 'running',
      reason: null,
    });
    expect(await app.broken()).toEqual([]);
  });
});
