import { maskText } from '@rapport/intake';
import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

/** What may and may not be said about people. */
export const peopleChecks: readonly Check[] = [
  {
    name: 'no-agent-emotion',
    promise: 'there is no feeling of anybody but customers',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string }>`
        SELECT 'message at ' || m.position || ' of conversation ' || e.conversation_id AS id
        FROM customer_emotions e
        JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = e.conversation_id
          AND m.message_id = e.message_id
        JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = e.conversation_id
        -- After a role is corrected the conversation waits for a moment to be read again.
        WHERE e.workspace_id = ${workspace} AND a.role <> 'customer' AND NOT c.needs_scoring LIMIT 20`.execute(db);
      const all = await sql<{ n: number }>`
        SELECT count(*) AS n FROM customer_emotions WHERE workspace_id = ${workspace}`.execute(db);
      return resultOf(
        all.rows[0]?.n ?? 0,
        rows.map(({ id }) => id),
      );
    },
  },
  {
    name: 'scored-by-own-words',
    promise: 'nobody is scored without a public message of their own in the role of an agent',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string }>`
        SELECT 'assessment ' || s.id AS id FROM assessments s
        JOIN authors a ON a.workspace_id = ${workspace} AND a.id = s.author_id
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
        WHERE s.workspace_id = ${workspace} AND NOT c.needs_scoring AND (a.role <> 'agent' OR NOT EXISTS (
          SELECT 1 FROM messages m WHERE m.workspace_id = ${workspace} AND m.conversation_id = s.conversation_id
            AND m.author_id = s.author_id AND m.visibility = 'public'))
        LIMIT 20`.execute(db);
      const all = await sql<{ n: number }>`
        SELECT count(*) AS n FROM assessments WHERE workspace_id = ${workspace}`.execute(db);
      return resultOf(
        all.rows[0]?.n ?? 0,
        rows.map(({ id }) => id),
      );
    },
  },
  {
    name: 'remarks-masked',
    promise: 'what customers wrote beside a rating holds no card, key, address or number',
    async find(db, workspace) {
      const { rows } = await sql<{ id: number; csat_comment: string }>`
        SELECT id, csat_comment FROM conversations
        WHERE workspace_id = ${workspace} AND csat_comment IS NOT NULL`.execute(db);
      const open = rows.filter(({ csat_comment }) => maskText(csat_comment).text !== csat_comment);
      return resultOf(
        rows.length,
        open.map(({ id }) => `remark of conversation ${id}`),
      );
    },
  },
  {
    name: 'reviews-stand',
    promise: 'a verdict a person gave has its time, its moment and the chance with which it was drawn',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sound: boolean }>`
        SELECT 'card ' || position || ' of deck ' || deck_id AS id,
          (human_verdict IS NULL) = (answered_at IS NULL) AND drawn_probability > 0 AND moment ? 'verdict' AS sound
        FROM check_cards WHERE workspace_id = ${workspace}`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => !sound).map(({ id }) => id),
      );
    },
  },
];
