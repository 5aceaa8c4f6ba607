/** Coaching and suggestions: why somebody was chosen is kept, quotes are exact, what both sides signed stays as it was. */
import { qualityIds } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { digestOfSession } from '../session-digest.ts';
import { type Check, resultOf } from './check.ts';

export const coachingChecks: readonly Check[] = [
  {
    name: 'plans-say-why',
    promise: 'each coaching plan keeps its people, its reason, the weeks that led to the choice and what was foreseen',
    async find(db, workspace) {
      const { rows } = await sql<{ id: number; sound: boolean }>`
        SELECT p.id, p.quality = ANY(${[...qualityIds]}::text[]) AND p.selected_from < p.selected_to
          AND p.selected_to <= p.starts_at AND p.starts_at < p.goal_at AND p.outlook ? 'sentence'
          AND (p.reason <> 'other' OR p.reason_words <> '')
          AND EXISTS (SELECT FROM coaching_people w WHERE w.workspace_id = ${workspace} AND w.plan_id = p.id)
          AND NOT EXISTS (SELECT FROM coaching_people w WHERE w.workspace_id = ${workspace} AND w.plan_id = p.id
            AND NOT (w.figures ? 'window')) AS sound
        FROM coaching_plans p WHERE p.workspace_id = ${workspace} ORDER BY p.id`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => !sound).map(({ id }) => `plan ${id}`),
      );
    },
  },
  {
    name: 'kept-quotes-match',
    promise: 'each quote pinned to a session or resting under a suggestion is an exact part of its message',
    async find(db, workspace) {
      const quotes = await listKeptQuotes(db, workspace);
      return resultOf(
        quotes.length,
        quotes
          .filter(({ text, start, end, quote }) => text?.slice(start, end) !== quote)
          .map(({ id }) => `a quote of ${id}`),
      );
    },
  },
  {
    name: 'acknowledged-unchanged',
    promise: 'a session that one side acknowledged says what it said then',
    async find(db, workspace) {
      const rows = await db
        .selectFrom('coaching_sessions')
        .select([
          'plan_id',
          'author_id',
          'number',
          'held_at',
          'minutes',
          'goal',
          'habit',
          'notes',
          'next_steps',
          'digest',
        ])
        .where('workspace_id', '=', workspace)
        .where('digest', 'is not', null)
        .execute();
      return resultOf(
        rows.length,
        rows
          .filter((row) => digestOfSession(row) !== row.digest)
          .map(({ plan_id, author_id, number }) => `session ${number} of author ${author_id} in plan ${plan_id}`),
      );
    },
  },
];

interface KeptQuote {
  id: string;
  start: number;
  end: number;
  quote: string;
  text: string | null;
}

async function listKeptQuotes(db: Db, workspace: number): Promise<KeptQuote[]> {
  const { rows } = await sql<KeptQuote>`
    SELECT q.id, q.said_start AS start, q.said_end AS "end", q.said_quote AS quote, m.text
    FROM (
      SELECT 'plan ' || plan_id AS id, conversation_id, said_message_id, said_start, said_end, said_quote
      FROM coaching_pins WHERE workspace_id = ${workspace}
      UNION ALL
      SELECT 'suggestion ' || suggestion_id, conversation_id, said_message_id, said_start, said_end, said_quote
      FROM suggestion_quotes WHERE workspace_id = ${workspace}
    ) AS q
    LEFT JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = q.conversation_id
      AND m.message_id = q.said_message_id AND m.visibility = 'public'`.execute(db);
  return rows;
}
