/** What goes over when one author is merged into another, table by table, and comes back when they are split. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';

interface MovedTable {
  table: string;
  /** Its primary key without workspace and author. */
  key: readonly string[];
  /** A row stays where it is while the other one has a row that is equal in these: both cannot be one person's. */
  notTwice?: readonly string[];
}

/** What people said, did or were asked about an author. What a reading found is not here: it is read anew. */
export const movedTables: readonly MovedTable[] = [
  { table: 'past_assessments', key: ['id'], notTwice: ['conversation_id', 'scorer_version'] },
  { table: 'check_cards', key: ['deck_id', 'position'] },
  { table: 'judge_opinions', key: ['conversation_id', 'content_hash'], notTwice: ['conversation_id', 'content_hash'] },
  { table: 'past_reviews', key: ['id'] },
  { table: 'review_assignments', key: ['id'], notTwice: ['draw_id', 'conversation_id'] },
  { table: 'reviews', key: ['id'] },
  { table: 'disputes', key: ['id'], notTwice: ['conversation_id', 'quality'] },
  { table: 'kudos', key: ['id'], notTwice: ['conversation_id', 'given_by', 'message_id', 'quote_start'] },
  { table: 'calibration_parts', key: ['id'], notTwice: ['calibration_id', 'conversation_id'] },
  { table: 'coaching_people', key: ['plan_id'], notTwice: ['plan_id'] },
];

/** Whose they are and who looks after them: the one who stands for both gets the same, beside what the other keeps. */
export const sharedTables = [
  { table: 'team_authors', key: ['team_id'] },
  { table: 'member_authors', key: ['user_id'] },
] as const;

/**
 * Tables that name an author and need nothing here, each with its reason. A test holds this list, the two above and the
 * database together.
 */
export const untouchedTables: Readonly<Record<string, string>> = {
  authors: 'holds who is merged into whom',
  messages: 'carries both authors itself',
  merged_rows: 'is the memory of what went over',
  ...{ assessments: 'read anew', promises: 'read anew', goodwill: 'read anew', care_steps: 'read anew' },
  review_draw_frames: 'says who could be drawn then; whoever reads it asks who they are now',
};

interface Merged {
  alias: number;
  into: number;
}

const keyOf = (key: readonly string[]): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.join(key.flatMap((column) => [sql.lit(column), sql.ref(`t.${column}`)]))})`;

export async function moveRows(db: Db, workspace: number, { alias, into }: Merged): Promise<void> {
  for (const { table, key, notTwice } of movedTables) {
    const isTaken =
      notTwice === undefined
        ? sql`false`
        : sql`EXISTS (SELECT FROM ${sql.table(table)} o WHERE o.workspace_id = ${workspace} AND o.author_id = ${into}
            AND ${sql.join(
              notTwice.map((column) => sql`o.${sql.ref(column)} = t.${sql.ref(column)}`),
              sql` AND `,
            )})`;
    await sql`
      WITH moved AS (
        UPDATE ${sql.table(table)} t SET author_id = ${into}
        WHERE t.workspace_id = ${workspace} AND t.author_id = ${alias} AND NOT ${isTaken}
        RETURNING ${keyOf(key)} AS row_key
      )
      INSERT INTO merged_rows (workspace_id, author_id, table_name, row_key, added)
      SELECT ${workspace}, ${alias}, ${table}, row_key, false FROM moved`.execute(db);
  }
  await shareTeams(db, workspace, { alias, into });
  await shareMember(db, workspace, { alias, into });
}

const remembered = (workspace: number, alias: number, table: string): RawBuilder<unknown> => sql`
  INSERT INTO merged_rows (workspace_id, author_id, table_name, row_key, added)
  SELECT ${workspace}, ${alias}, ${table}, row_key, true FROM added`;

async function shareTeams(db: Db, workspace: number, { alias, into }: Merged): Promise<void> {
  await sql`
    WITH added AS (
      INSERT INTO team_authors (workspace_id, team_id, author_id)
      SELECT workspace_id, team_id, ${into} FROM team_authors WHERE workspace_id = ${workspace} AND author_id = ${alias}
      ON CONFLICT DO NOTHING
      RETURNING jsonb_build_object('team_id', team_id, 'into', author_id) AS row_key
    ) ${remembered(workspace, alias, 'team_authors')}`.execute(db);
}

async function shareMember(db: Db, workspace: number, { alias, into }: Merged): Promise<void> {
  await sql`
    WITH added AS (
      INSERT INTO member_authors (workspace_id, author_id, user_id, confirmed_by)
      SELECT workspace_id, ${into}, user_id, confirmed_by FROM member_authors
      WHERE workspace_id = ${workspace} AND author_id = ${alias}
      ON CONFLICT DO NOTHING
      RETURNING jsonb_build_object('user_id', user_id, 'into', author_id) AS row_key
    ) ${remembered(workspace, alias, 'member_authors')}`.execute(db);
}

/** Everything that went over is the alias's again; what came about since in a conversation of theirs alone is theirs too. */
export async function moveRowsBack(db: Db, workspace: number, { alias, into }: Merged): Promise<void> {
  for (const { table, key } of movedTables) {
    const isTheirs = hasConversation.has(table) ? theirsAlone(workspace, { alias, into }) : sql`false`;
    const isRemembered = sql`EXISTS (SELECT FROM merged_rows r WHERE r.workspace_id = ${workspace}
      AND r.table_name = ${table} AND r.row_key = ${keyOf(key)} AND r.author_id = ${alias})`;
    await sql`
      UPDATE ${sql.table(table)} t SET author_id = ${alias}
      WHERE t.workspace_id = ${workspace} AND t.author_id = ${into} AND (${isRemembered} OR ${isTheirs})`.execute(db);
  }
  for (const { table, key } of sharedTables) {
    const [column] = key;
    await sql`
      DELETE FROM ${sql.table(table)} t USING merged_rows r
      WHERE r.workspace_id = ${workspace} AND r.author_id = ${alias} AND r.table_name = ${table} AND r.added
        AND t.workspace_id = ${workspace} AND t.author_id = ${into} AND (r.row_key->>'into')::bigint = ${into}
        AND t.${sql.ref(column)}::text = r.row_key->>${sql.lit(column)}`.execute(db);
  }
  await sql`DELETE FROM merged_rows WHERE workspace_id = ${workspace} AND author_id = ${alias}`.execute(db);
}

const hasConversation = new Set(movedTables.map(({ table }) => table).filter((one) => one !== 'coaching_people'));

/** The alias's name stands in the conversation, and that of the other does not. Called once the messages are back. */
const theirsAlone = (workspace: number, { alias, into }: Merged): RawBuilder<unknown> => {
  const wroteIn = (author: number) => sql`EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace}
    AND m.conversation_id = t.conversation_id AND m.author_id = ${author})`;
  return sql`(${wroteIn(alias)} AND NOT ${wroteIn(into)})`;
};
