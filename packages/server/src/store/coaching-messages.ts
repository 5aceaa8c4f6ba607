/** The thread between a coach and a coached person. */
import type { CoachingMessage } from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { PartKey } from './coaching-sessions.ts';
import type { Db } from './open-store.ts';

export async function listMessages(
  db: Db,
  workspace: number,
  planId: number,
): Promise<(CoachingMessage & { author: number })[]> {
  const rows = await db
    .selectFrom('coaching_messages')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('plan_id', '=', planId)
    .orderBy('author_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...{ author: row.author_id, number: row.number, side: z.enum(['coach', 'agent']).parse(row.side) },
    ...{ name: row.person_name, words: row.words, writtenAt: row.written_at.toISOString() },
  }));
}

export async function saveMessage(
  db: Db,
  workspace: number,
  given: PartKey & { side: 'coach' | 'agent'; by: { id: string; name: string }; words: string; now: Date },
): Promise<void> {
  await sql`SELECT 1 FROM coaching_people WHERE workspace_id = ${workspace} AND plan_id = ${given.planId}
    AND author_id = ${given.author} FOR UPDATE`.execute(db);
  await sql`
    INSERT INTO coaching_messages
      (workspace_id, plan_id, author_id, number, side, person_id, person_name, words, written_at)
    SELECT ${workspace}, ${given.planId}, ${given.author}, coalesce(max(number), 0) + 1, ${given.side}, ${given.by.id},
      ${given.by.name}, ${given.words}, ${given.now}
    FROM coaching_messages WHERE workspace_id = ${workspace} AND plan_id = ${given.planId}
      AND author_id = ${given.author}`.execute(db);
}
