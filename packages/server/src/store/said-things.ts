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
/** When a conversation was last read from the past: what was said of it until then is in what was read. */
export const readPast = 'read';
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
    -- Nor is what was said before it was read from the past: that has it already, or something newer. A message that
    -- was not there is told all the same, since a list may lag behind; so is a deletion, of which reading says nothing.
    LEFT JOIN said_things r ON r.workspace_id = ${workspace} AND r.source = ${source}
      AND r.conversation = x.conversation AND r.thing = ${readPast}
    WHERE (w.said_at IS NULL OR x."saidAt" > w.said_at OR x.thing = ${whole})
      AND (r.said_at IS NULL OR x."saidAt" >= r.said_at OR (x.thing LIKE 'message:%' AND (x.gone OR NOT EXISTS (
        SELECT FROM conversations c JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = c.id
        WHERE c.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = x.conversation
          AND 'message:' || m.message_id = x.thing))))
    ORDER BY x.conversation, x.thing
    ON CONFLICT (workspace_id, source, conversation, thing) DO UPDATE
      SET said_at = excluded.said_at, tie = excluded.tie, gone = excluded.gone, heard_at = now()
      WHERE (s.said_at, s.tie) < (excluded.said_at, excluded.tie)
    RETURNING conversation, thing
  `.execute(db);
  return new Set(rows.map(saidKey));
}

/**
 * The same of conversations read from the past, of which only the moment of reading is remembered: ten years of messages
 * must not be written down twice. What live news said of them since stands.
 *
 * @returns `saidKey` of those that are news
 */
export async function rememberRead(
  db: Db,
  workspace: number,
  source: string,
  { things, reads }: { things: readonly SaidThing[]; reads: readonly SaidThing[] },
): Promise<Set<string>> {
  const given = sql`json_to_recordset(${JSON.stringify(things)}::json)
      AS x(conversation text, thing text, "saidAt" timestamptz, tie text)
    LEFT JOIN said_things w ON w.workspace_id = ${workspace} AND w.source = ${source}
      AND w.conversation = x.conversation AND w.thing = ${whole} AND w.gone`;
  const { rows } = await sql<{ conversation: string; thing: string }>`
    WITH changed AS (
      UPDATE said_things s SET said_at = n."saidAt", tie = n.tie, gone = false, heard_at = now()
      FROM (SELECT x.* FROM ${given} WHERE w.said_at IS NULL OR x."saidAt" > w.said_at) n
      WHERE s.workspace_id = ${workspace} AND s.source = ${source} AND s.conversation = n.conversation
        AND s.thing = n.thing AND s.said_at < n."saidAt"
    )
    SELECT x.conversation, x.thing FROM ${given}
    LEFT JOIN said_things s ON s.workspace_id = ${workspace} AND s.source = ${source}
      AND s.conversation = x.conversation AND s.thing = x.thing
    WHERE (w.said_at IS NULL OR x."saidAt" > w.said_at) AND (s.said_at IS NULL OR s.said_at < x."saidAt")
  `.execute(db);
  await rememberSaid(db, workspace, source, reads);
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
