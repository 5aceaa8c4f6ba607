/**
 * Which of two things a source said is the newer one. News come twice, late and in any order; per message and per field
 * the newest word wins by the clock of the source, so that every order ends in the same state.
 */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface SaidThing {
  /** Id in the source. */
  conversation: string;
  /** 'message:ID', 'field:NAME', or 'whole' for the conversation itself. */
  thing: string;
  /** ISO instant. */
  saidAt: string;
  /** Decides between two things said at once; the same for the same words. */
  tie: string;
  gone: boolean;
}

export const whole = 'whole';
export const saidKey = ({ conversation, thing }: Pick<SaidThing, 'conversation' | 'thing'>): string =>
  `${thing} ${conversation}`;

/**
 * Remembers what is newer than what was known. The things must be told one time each.
 *
 * @returns `saidKey` of those that are news; the rest is old or known
 */
export async function rememberSaid(
  db: Db,
  workspace: number,
  source: string,
  things: readonly SaidThing[],
): Promise<Set<string>> {
  const { rows } = await sql<{ conversation: string; thing: string }>`
    INSERT INTO said_things AS s (workspace_id, source, conversation, thing, said_at, tie, gone)
    SELECT ${workspace}, ${source}, x.conversation, x.thing, x."saidAt", x.tie, x.gone
    FROM json_to_recordset(${JSON.stringify(things)}::json)
      AS x(conversation text, thing text, "saidAt" timestamptz, tie text, gone boolean)
    -- What was said before a conversation was deleted is no news, whatever it is about.
    LEFT JOIN said_things w ON w.workspace_id = ${workspace} AND w.source = ${source}
      AND w.conversation = x.conversation AND w.thing = ${whole} AND w.gone
    WHERE w.said_at IS NULL OR x."saidAt" > w.said_at OR x.thing = ${whole}
    ORDER BY x.conversation, x.thing
    ON CONFLICT (workspace_id, source, conversation, thing) DO UPDATE
      SET said_at = excluded.said_at, tie = excluded.tie, gone = excluded.gone, heard_at = now()
      WHERE (s.said_at, s.tie) < (excluded.said_at, excluded.tie)
    RETURNING conversation, thing
  `.execute(db);
  return new Set(rows.map(saidKey));
}

/** Forgets what was said of conversations up to the moment they were deleted. @returns what was said after it */
export async function forgetBeforeDeletion(
  db: Db,
  workspace: number,
  source: string,
  deleted: readonly { conversation: string; saidAt: string }[],
): Promise<{ conversation: string; thing: string }[]> {
  const given = JSON.stringify(deleted);
  await sql`
    DELETE FROM said_things s USING json_to_recordset(${given}::json) AS x(conversation text, "saidAt" timestamptz)
    WHERE s.workspace_id = ${workspace} AND s.source = ${source} AND s.conversation = x.conversation
      AND s.thing <> ${whole} AND s.said_at <= x."saidAt"`.execute(db);
  const { rows } = await sql<{ conversation: string; thing: string }>`
    SELECT s.conversation, s.thing FROM said_things s
    JOIN json_to_recordset(${given}::json) AS x(conversation text) ON x.conversation = s.conversation
    WHERE s.workspace_id = ${workspace} AND s.source = ${source} AND s.thing <> ${whole} AND NOT s.gone`.execute(db);
  return rows;
}
