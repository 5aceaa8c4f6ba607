/** 216 sequences: six sources, thirty-six orders of six events each, with repetitions, stored at once or piece by piece. */
import { isDeepStrictEqual } from 'node:util';
import { findFocus } from '@rapport/insight';
import { createRandom } from '@rapport/statistics';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import { storeArrivals } from '../arrivals/store-arrivals.ts';
import { type ImportBench, openImportBench } from '../jobs/import-file.fixture.ts';
import type { JobContext } from '../jobs/job.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { shippedScorer } from '../jobs/scorer.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { findWebhookSource } from './all-webhook-sources.ts';
import { readWebhook } from './read-webhook.ts';
import { type WebhookCase, webhookCases } from './webhook-events.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('shuffled-webhooks');
});
afterAll(() => bench?.end());

const orders = 36;
const noKey = { secretKey: () => Promise.reject(new Error('nothing is kept')) };
const receivedAt = new Date('2026-03-02T10:00:00Z');

/** @param n each sequence is a conversation of its own, so that many are stored at once */
async function receive(one: WebhookCase, index: number, n: string): Promise<void> {
  const event = one.events[index];
  const kind = findWebhookSource(one.kind);
  if (event === undefined || kind === null) throw new Error(`no event ${index} of ${one.kind}`);
  const raw = Buffer.from(JSON.stringify(event.body));
  const read = readWebhook(kind, { raw, header: (name) => event.headers[name], receivedAt, ownDomains: [] });
  const pieces = read.pieces.map((piece) => ({ ...piece, conversation: { ...piece.conversation, id: n } }));
  await inWorkspace(bench.store, firstWorkspace, (db) =>
    receiveArrival({ jobs: openJobs(), outside: noKey }, db, firstWorkspace, {
      ...{ cameBy: 'webhook', sender: '1', source: one.kind, format: kind.format, pieces },
    }),
  );
}

async function store(): Promise<void> {
  const note = (facts: object, message: string) => void bench.troubles.push(`${message} ${JSON.stringify(facts)}`);
  const context = {
    ...{
      store: bench.store,
      jobs: openJobs(),
      scorer: shippedScorer,
      languageOf: () => 'en',
      findFocus,
      now: Date.now,
    },
    log: { info: () => {}, warn: note, error: note },
  } as unknown as JobContext; // the job reaches for nothing else
  await storeArrivals.handle(context, { workspaceId: firstWorkspace });
}

/** Everything a reader of the conversations sees. */
async function statesOf(source: string): Promise<Map<string, unknown>> {
  return inWorkspace(bench.store, firstWorkspace, async (db) => {
    const { rows } = await sql<{ source_id: string }>`
      SELECT c.source_id, c.channel, c.subject, c.customer_key, c.assignee, c.status, c.tags, c.resolved, c.csat_raw,
        c.message_count, c.first_at, c.last_at,
        (SELECT coalesce(json_agg(json_build_array(m.message_id, m.position, m.at, m.visibility, a.role, a.name, m.text)
          ORDER BY m.position), '[]') FROM messages m JOIN authors a ON a.id = m.author_id WHERE m.conversation_id = c.id) AS messages
      FROM conversations c WHERE c.source = ${source}`.execute(db);
    return new Map(rows.map(({ source_id, ...rest }) => [source_id, rest]));
  });
}

describe('216 shuffled sequences of webhooks end in equal state', () => {
  it('are thirty-six orders of each of six helpdesks', () => {
    expect(webhookCases.length * orders).toBe(216);
  });

  it.each(webhookCases)('of $kind end in the state of the true order', { timeout: 60_000 }, async (one) => {
    const random = createRandom(7);
    for (const index of one.events.keys()) {
      await receive(one, index, 'straight');
      await store();
    }
    const sequences = Array.from({ length: orders }, (_, n) => {
      const order = random.shuffle([...one.events.keys()]);
      return { id: String(n), indices: [...order, random.integer(one.events.length)] };
    });
    for (let step = 0; step <= one.events.length; step++) {
      for (const { id, indices } of sequences) await receive(one, indices[step] ?? 0, id);
      // Every other step: some pieces of a conversation meet in one batch, others never do.
      if (step === one.events.length || step % 2 === 1) await store();
    }
    const states = await statesOf(one.kind);
    const expected = states.get('straight');
    expect(expected).toMatchObject({ message_count: expect.any(Number) });
    const wrong = sequences.filter(({ id }) => !isDeepStrictEqual(states.get(id), expected));
    expect(wrong.map(({ id, indices }) => ({ indices, state: states.get(id) }))).toEqual([]);
    expect(bench.troubles).toEqual([]);
  });

  it('leaves nothing broken', async () => {
    const broken = (await verifyStore(bench.store, { now: () => 0 })).filter(({ violations }) => violations.length > 0);
    expect(broken).toEqual([]);
  });
});
