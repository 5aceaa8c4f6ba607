import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportBench, openImportBench } from '../../jobs/import-file.fixture.ts';
import { scorerNamed } from '../../jobs/other-scorer.fixture.ts';
import { openStore } from '../open-store.ts';
import { allChecks, verifyStore } from './verify-store.ts';

let bench: ImportBench;
let admin: Client;
beforeAll(async () => {
  bench = await openImportBench('verify');
  const earlier = await bench.startWorker(scorerNamed('earlier'));
  const lines = Array.from({ length: 6 }, (_, n) =>
    JSON.stringify({
      id: `c${n}`,
      channel: 'chat',
      csat: 4,
      messages: [
        {
          id: '1',
          at: '2026-02-01T08:00:00Z',
          role: 'customer',
          author: `Ann ${n}`,
          text: '😀 My lamp is broken again, I am so upset!',
        },
        {
          id: '2',
          at: '2026-02-01T08:01:00Z',
          role: 'agent',
          author: 'Kim',
          text: 'I am so sorry 😀 that your lamp broke. I will call you tomorrow.',
        },
        {
          id: '3',
          at: '2026-02-01T08:02:00Z',
          role: 'customer',
          author: `Ann ${n}`,
          text: 'I asked twice already. I want to speak to a manager.',
        },
        {
          id: '4',
          at: '2026-02-01T08:03:00Z',
          role: 'agent',
          author: 'Lee',
          text: 'Sorry about that. As goodwill you get 10 euros back.',
        },
      ],
    }),
  );
  await bench.until(await bench.send('six.jsonl', `${lines.join('\n')}\n`), 'done');
  await earlier.stop();
  const later = await bench.startWorker(scorerNamed('later'));
  await bench.rescore('later');
  await later.stop();
  admin = new Client(bench.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await bench?.end();
});

const broken = async (): Promise<string[]> => {
  const results = await verifyStore(bench.store, { now: () => 0 });
  return results.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
};

/** Damages something behind the product's back, looks, and undoes it. */
const damaged = async (damage: string, undo: string): Promise<string[]> => {
  await admin.query(damage);
  try {
    return await broken();
  } finally {
    await admin.query(undo);
  }
};

/** A plain import brings nothing of these. */
const notOfAnImport = new Set([
  'nothing-kept-too-long',
  'erased-stay-erased',
  'audit-chain',
  'changes-in-log',
  'owner-left',
  ...['only-service-scored', 'remarks-masked', 'reviews-stand', 'scorecards-whole', 'past-reviews-counted'],
  ...['arrivals-move-on', 'deleted-stays-deleted', 'team-answers-whole'],
  ...['plans-say-why', 'kept-quotes-match', 'acknowledged-unchanged'],
  'thanks-quote-exactly',
  'contacts-never-scored',
  'answers-of-teams-whole',
  'kept-words-are-sealed',
  'names-of-one-person',
  'connections-go-on',
  ...['article-imports-count', 'articles-found-by-their-words', 'words-of-articles-stand-there'],
  'citations-quote-exactly',
  ...['reviews-recompute', 'reviews-by-chance', 'reviews-revised-openly', 'disputes-decided-by-others'],
  ...['calibrations-blind', 'calibrations-by-chance', 'calibrations-in-log'],
]);

describe('verify', () => {
  it('looks at something for every promise and finds nothing after a plain import', async () => {
    const results = await verifyStore(bench.store, { now: () => 0 });
    expect(results.map(({ name }) => name)).toEqual(allChecks.map(({ name }) => name));
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    const empty = results.filter(({ checked }) => checked === 0).map(({ name }) => name);
    expect(empty.filter((name) => !notOfAnImport.has(name))).toEqual([]);
  });

  const moment = 'SELECT ctid FROM moments WHERE response_quote IS NOT NULL LIMIT 1';
  it.each([
    [
      'quotes-match',
      `UPDATE moments SET response_start = response_start + 1, response_end = response_end + 1 WHERE ctid = (${moment})`,
      'UPDATE moments SET response_start = response_start - 1, response_end = response_end - 1 WHERE xmin::text::bigint = (SELECT max(xmin::text::bigint) FROM moments)',
    ],
    [
      'scores-recompute',
      'UPDATE scores SET score = score - 1 WHERE score > 1',
      'UPDATE scores SET score = score + 1 WHERE score IS NOT NULL AND score > 0',
    ],
    [
      'one-version-shown',
      "UPDATE assessments SET scorer_version = 'earlier' WHERE id = (SELECT max(id) FROM assessments)",
      "UPDATE assessments SET scorer_version = 'later'",
    ],
    [
      'past-scores-whole',
      'UPDATE past_assessments SET called = called + 1 WHERE id = (SELECT max(id) FROM past_assessments)',
      'UPDATE past_assessments SET called = called - 1 WHERE id = (SELECT max(id) FROM past_assessments)',
    ],
    [
      'past-scores-whole',
      "UPDATE past_assessments SET scorer_version = 'later'",
      "UPDATE past_assessments SET scorer_version = 'earlier'",
    ],
    [
      'rescores-whole',
      "UPDATE rescores SET state = 'running', finished_at = NULL",
      "UPDATE rescores SET state = 'done', finished_at = now()",
    ],
    [
      'units-add-up',
      'ALTER TABLE imports DROP CONSTRAINT imports_check; UPDATE imports SET units = units + 1',
      'UPDATE imports SET units = units - 1; ALTER TABLE imports ADD CONSTRAINT imports_check CHECK (accepted + duplicate + rejected = units)',
    ],
    [
      'arrivals-move-on',
      `INSERT INTO arrivals (workspace_id, came_by, sender, source, content, conversations, messages, refused_messages, received_at)
        VALUES (1, 'push', 'local', 'push', '{}', 0, 0, 0, now() - interval '1 hour')`,
      'DELETE FROM arrivals',
    ],
    [
      'deleted-stays-deleted',
      `INSERT INTO said_things (workspace_id, source, conversation, thing, said_at, tie, gone)
        SELECT 1, c.source, c.source_id, 'message:' || m.message_id, now(), '', true
        FROM messages m JOIN conversations c ON c.id = m.conversation_id LIMIT 1`,
      'DELETE FROM said_things',
    ],
    ['nothing-stuck', "UPDATE imports SET state = 'scoring'", "UPDATE imports SET state = 'done'"],
    [
      'conversations-recount',
      'UPDATE conversations SET message_count = 5',
      'UPDATE conversations SET message_count = 4',
    ],
    [
      'findings-recount',
      'UPDATE conversations SET goodwill_count = goodwill_count + 1',
      'UPDATE conversations SET goodwill_count = goodwill_count - 1',
    ],
    [
      'workspace-everywhere',
      'CREATE TABLE loose (id integer); GRANT SELECT ON loose TO rapport_app',
      'DROP TABLE loose',
    ],
    [
      'nobody-else-sees',
      'ALTER TABLE messages DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE messages ENABLE ROW LEVEL SECURITY',
    ],
    [
      'keys-within-workspace',
      'ALTER TABLE focus_answers ADD COLUMN other bigint; CREATE UNIQUE INDEX alone ON imports (id); ALTER TABLE focus_answers ADD CONSTRAINT crossing FOREIGN KEY (other) REFERENCES imports (id)',
      'ALTER TABLE focus_answers DROP COLUMN other; DROP INDEX alone',
    ],
    [
      'no-agent-emotion',
      "UPDATE authors SET role = 'agent' WHERE role = 'customer'",
      'UPDATE authors SET role = role_said',
    ],
    [
      'scored-by-own-words',
      "UPDATE messages SET visibility = 'internal' WHERE role = 'agent'",
      "UPDATE messages SET visibility = 'public'",
    ],
  ])('finds a broken promise: %s', async (name, damage, undo) => {
    expect(await damaged(damage, undo)).toContain(name);
  });

  it('is whole again after all that', async () => {
    expect(await broken()).toEqual([]);
  });

  it('finds a serving role that gets around row-level security', async () => {
    const store = openStore({ appUrl: bench.database.adminUrl });
    const results = await verifyStore(store, { now: () => 0 });
    await store.close();
    expect(results.find(({ name }) => name === 'nobody-else-sees')?.violations.length).toBeGreaterThan(0);
  });
});
