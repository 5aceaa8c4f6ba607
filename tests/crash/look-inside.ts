/** Looks into the database of a server under drill, beside the product's own API: fingerprints, and work left over. */

import { clusterPlaces } from '@rapport/server/database/cluster';
import { readConnection } from '@rapport/server/database/connection-file';
import { appRole, databaseName, localUrl } from '@rapport/server/database/roles';
import { Client } from 'pg';

/** One text per source for each kind of row; equal texts mean equal rows, whatever their numbers are. */
export type Fingerprints = Map<string, Map<string, string>>;

export async function withDatabase<Result>(dataFolder: string, work: (client: Client) => Promise<Result>) {
  const connection = await readConnection(clusterPlaces(dataFolder, 18).connectionFile);
  if (connection === null) throw new Error(`there is no database in ${dataFolder}`);
  const { port, passwords } = connection;
  const client = new Client(localUrl({ role: appRole, password: passwords.app, port, database: databaseName }));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query("SELECT set_config('app.workspace', '1', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}

export function takeFingerprints(dataFolder: string): Promise<Fingerprints> {
  return withDatabase(dataFolder, async (client) => {
    const all: Fingerprints = new Map();
    for (const [kind, rows] of Object.entries(kinds)) {
      const { rows: found } = await client.query<{ source: string; print: string }>(
        `SELECT source, count(*) || ' rows, ' || md5(string_agg(one, '' ORDER BY one COLLATE "C")) AS print
         FROM (${rows}) AS all_rows GROUP BY source`,
      );
      for (const { source, print } of found) {
        all.set(source, (all.get(source) ?? new Map<string, string>()).set(kind, print));
      }
    }
    return all;
  });
}

/** Everything but numbers of our own and moments of our own clock. */
const kinds = {
  conversations: `SELECT c.source, md5(row(c.source_id, c.channel, c.subject, c.customer_key, c.assignee, c.status, c.tags,
      c.resolved, c.csat_value, c.language, c.first_at, c.last_at, c.message_count, c.needs_scoring, c.scorer_version,
      c.not_scored, c.first_words, cardinality(c.agent_ids), c.feeling_first, c.feeling_last, c.heard, c.signals,
      c.wrote_again, c.exceptional, c.open_promises, c.need_quality, c.need_verdict, c.to_learn)::text) AS one
    FROM conversations c`,
  messages: `SELECT c.source, md5(row(c.source_id, m.message_id, m.position, m.at, m.role, m.visibility, m.text,
      a.author_key)::text) AS one
    FROM messages m JOIN conversations c ON c.id = m.conversation_id JOIN authors a ON a.id = m.author_id`,
  authors: `SELECT source, md5(row(author_key, role_said, name, role, messages, conversations)::text) AS one FROM authors`,
  scores: `SELECT c.source, md5(row(c.source_id, a.author_key, s.quality, s.score, s.verdict, s.reason, s.confidence,
      s.called_at, s.trouble_followed)::text) AS one
    FROM scores s JOIN conversations c ON c.id = s.conversation_id JOIN authors a ON a.id = s.author_id`,
  moments: `SELECT c.source, md5(row(c.source_id, a.author_key, m.number, m.quality, m.verdict, m.weight,
      m.trigger_quote, m.response_quote)::text) AS one
    FROM moments m JOIN conversations c ON c.id = m.conversation_id JOIN authors a ON a.id = m.author_id`,
  feelings: `SELECT c.source, md5(row(c.source_id, e.message_id, e.valence, e.label)::text) AS one
    FROM customer_emotions e JOIN conversations c ON c.id = e.conversation_id`,
  findings: `SELECT c.source, md5(row(c.source_id, 'promise', p.number, p.said_quote, p.state)::text) AS one
      FROM promises p JOIN conversations c ON c.id = p.conversation_id
    UNION ALL SELECT c.source, md5(row(c.source_id, 'goodwill', g.number, g.said_quote, g.amount_cents)::text)
      FROM goodwill g JOIN conversations c ON c.id = g.conversation_id
    UNION ALL SELECT c.source, md5(row(c.source_id, 'signal', s.number, s.kind, s.said_quote)::text)
      FROM signals s JOIN conversations c ON c.id = s.conversation_id
    UNION ALL SELECT c.source, md5(row(c.source_id, 'care', k.number, k.step, k.message_id, k.out_of_order)::text)
      FROM care_steps k JOIN conversations c ON c.id = k.conversation_id`,
};

/** Jobs that wait, are under way or were given up, as `name: state`. */
export function listWorkLeft(dataFolder: string): Promise<string[]> {
  return withDatabase(dataFolder, async (client) => {
    const { rows } = await client.query<{ name: string; state: string }>(
      `SELECT name, state::text AS state FROM jobs.job WHERE state IN ('created', 'retry', 'active', 'failed')`,
    );
    return rows.map(({ name, state }) => `${name}: ${state}`);
  });
}

/** For a drill that failed: who is connected and waits for what, and which jobs there are. */
export function describeActivity(dataFolder: string): Promise<string> {
  return withDatabase(dataFolder, async (client) => {
    const sessions = await client.query<{ line: string }>(
      `SELECT concat_ws(' ', pid, application_name, state, wait_event_type, wait_event, now() - state_change,
         'blocked by ' || nullif(pg_blocking_pids(pid)::text, '{}'), left(query, 120)) AS line
       FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const jobs = await client.query<{ line: string }>(
      `SELECT concat_ws(' ', name, state, retry_count, 'begun', now() - started_on, 'from', now() - start_after, data) AS line
       FROM jobs.job WHERE state NOT IN ('completed', 'cancelled')`,
    );
    return [...sessions.rows, ...jobs.rows].map(({ line }) => line).join('\n');
  });
}
