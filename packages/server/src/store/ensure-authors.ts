import type { AuthorRole } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** An author as the messages of one source name them. */
export interface AuthorSaid {
  key: string;
  role: AuthorRole;
  name: string;
  roleGuessed: boolean;
  /** A shared mailbox that hides who wrote. */
  isTeam: boolean;
  /** What is kept of the address; null where none is known. */
  keptAddress: string | null;
}

/** Author ids by `authorCacheKey`, kept for the length of an import so that each author is looked up once. */
export type AuthorCache = Map<string, number>;

export const authorCacheKey = ({ key, role }: Pick<AuthorSaid, 'key' | 'role'>): string => `${role} ${key}`;

/**
 * Finds or makes the directory entries of authors. A name that changed is taken over; a role that a person has said is
 * kept, because the role of the file is only part of the key.
 *
 * @returns ids by `authorCacheKey`, of all that were asked for
 */
export async function ensureAuthors(
  db: Db,
  workspace: number,
  source: string,
  authors: readonly AuthorSaid[],
): Promise<AuthorCache> {
  // In one order for everybody, so that two imports that bring the same people wait for each other and never in a ring.
  const sorted = [...authors].sort((a, b) => (authorCacheKey(a) < authorCacheKey(b) ? -1 : 1));
  const { rows } = await sql<{ id: number; author_key: string; role_said: AuthorRole }>`
    WITH given AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(sorted)}::json)
        AS x(key text, role text, name text, "roleGuessed" boolean, "isTeam" boolean,
          "keptAddress" text)
    ), put AS (
      INSERT INTO authors AS a (workspace_id, source, author_key, role_said, role, name, role_guessed, is_team, kept_address)
      SELECT ${workspace}, ${source}, key, role, role, name, "roleGuessed", "isTeam", "keptAddress"
      FROM given
      ON CONFLICT (workspace_id, source, author_key, role_said) DO UPDATE
        SET name = coalesce(nullif(excluded.name, ''), a.name), is_team = excluded.is_team,
          kept_address = coalesce(excluded.kept_address, a.kept_address)
        WHERE (a.name <> excluded.name AND excluded.name <> '') OR a.is_team <> excluded.is_team
          OR (excluded.kept_address IS NOT NULL AND a.kept_address IS DISTINCT FROM excluded.kept_address)
      RETURNING id, author_key, role_said
    )
    SELECT id, author_key, role_said FROM put
    UNION
    -- Those that stood there unchanged: the insert returns nothing for them.
    SELECT a.id, a.author_key, a.role_said FROM given
    JOIN authors a ON a.workspace_id = ${workspace} AND a.source = ${source}
      AND a.author_key = given.key AND a.role_said = given.role
  `.execute(db);
  return new Map(rows.map((row) => [authorCacheKey({ key: row.author_key, role: row.role_said }), row.id]));
}
