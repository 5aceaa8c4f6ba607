/** Teams: who leads and reviews them, and whose service is looked at in them. */
import { RapportError, type Team, team } from '@rapport/contract';
import { sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

/** @param memberOf only teams of this user; null: all */
export async function listTeams(db: Db, workspace: number, memberOf: string | null): Promise<Team[]> {
  const which =
    memberOf === null
      ? sql`true`
      : sql`EXISTS (SELECT FROM team_members o WHERE o.workspace_id = t.workspace_id AND o.team_id = t.id
          AND o.user_id = ${memberOf})`;
  return selectTeams(db, workspace, which);
}

async function selectTeams(db: Db, workspace: number, which: ReturnType<typeof sql>): Promise<Team[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT t.id::text AS id, t.name,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'role', m.role) ORDER BY u.name)
        FROM team_members h JOIN members m ON m.workspace_id = h.workspace_id AND m.user_id = h.user_id
        JOIN users u ON u.id = h.user_id
        WHERE h.workspace_id = t.workspace_id AND h.team_id = t.id), '[]') AS members,
      coalesce((SELECT json_agg(json_build_object('id', a.id::text, 'name', a.name, 'source', a.source) ORDER BY a.id)
        FROM team_authors h JOIN authors a ON a.workspace_id = h.workspace_id AND a.id = h.author_id
        WHERE h.workspace_id = t.workspace_id AND h.team_id = t.id AND a.merged_into IS NULL), '[]') AS authors
    FROM teams t WHERE t.workspace_id = ${workspace} AND ${which}
    ORDER BY lower(t.name) COLLATE "C", t.id`.execute(db);
  return rows.map((row) => team.parse(row));
}

export interface TeamGiven {
  name: string;
  memberIds: readonly string[];
  authorIds: readonly string[];
}

/**
 * @param teamId null makes a new one
 * @throws RapportError `not-found` for a team, person or author that is none, `conflict` for a name that is taken
 */
export async function saveTeam(db: Db, workspace: number, teamId: string | null, given: TeamGiven): Promise<Team> {
  const taken = await db
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('name', '=', given.name)
    .executeTakeFirst();
  if (taken !== undefined && String(taken.id) !== teamId) {
    throw new RapportError('conflict', { what: 'A team of this name is there already.', wayOut: 'Choose another.' });
  }
  const { rows } =
    teamId === null
      ? await sql<{ id: number }>`
          INSERT INTO teams (workspace_id, name) VALUES (${workspace}, ${given.name}) RETURNING id`.execute(db)
      : await sql<{ id: number }>`
          UPDATE teams SET name = ${given.name}
          WHERE workspace_id = ${workspace} AND id = ${numberOf(teamId)} RETURNING id`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw noSuchTeam();
  await sql`DELETE FROM team_members WHERE workspace_id = ${workspace} AND team_id = ${id}`.execute(db);
  // A name that is merged into somebody who stays, stays: it is theirs again when they are split.
  await sql`DELETE FROM team_authors h USING authors a WHERE h.workspace_id = ${workspace} AND h.team_id = ${id}
    AND a.workspace_id = ${workspace} AND a.id = h.author_id
    AND (a.merged_into IS NULL OR a.merged_into <> ALL(${given.authorIds.map(numberOf)}::bigint[]))`.execute(db);
  const members = await sql`
    INSERT INTO team_members (workspace_id, team_id, user_id)
    SELECT workspace_id, ${id}, user_id FROM members
    WHERE workspace_id = ${workspace} AND state = 'active' AND user_id = ANY(${[...given.memberIds]}::text[])`.execute(
    db,
  );
  const authors = await sql`
    INSERT INTO team_authors (workspace_id, team_id, author_id)
    SELECT workspace_id, ${id}, id FROM authors
    WHERE workspace_id = ${workspace} AND role = 'agent' AND id = ANY(${given.authorIds.map(numberOf)}::bigint[])`.execute(
    db,
  );
  const isWhole =
    Number(members.numAffectedRows) === new Set(given.memberIds).size &&
    Number(authors.numAffectedRows) === new Set(given.authorIds).size;
  if (!isWhole) {
    throw new RapportError('not-found', {
      what: 'One of these people or authors is not there.',
      wayOut: 'Only members, and authors with the role agent, can be in a team.',
    });
  }
  const [saved] = await selectTeams(db, workspace, sql`t.id = ${id}`);
  if (saved === undefined) throw noSuchTeam();
  return saved;
}

/** @throws RapportError `not-found` */
export async function removeTeam(db: Db, workspace: number, teamId: string): Promise<void> {
  const removed = await db
    .deleteFrom('teams')
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(teamId))
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw noSuchTeam();
}

const noSuchTeam = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such team.', wayOut: 'The list of teams shows all.' });
