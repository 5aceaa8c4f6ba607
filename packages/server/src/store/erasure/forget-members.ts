/** Name, address and every way in of people who had an account here; the number of what they did stays. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

/** What stands where the name of somebody with an account stood. */
export const formerMember = 'Former member';

export async function forgetMembers(db: Db, workspace: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ email: string }>`
    SELECT email FROM users WHERE id = ANY(${ids}::text[])`.execute(db);
  const emails = rows.map(({ email }) => email);
  await sql`
    DELETE FROM invitations WHERE workspace_id = ${workspace} AND kind <> 'password'
      AND lower(email) = ANY(${emails}::text[]) AND used_at IS NULL`.execute(db);
  await sql`
    UPDATE invitations SET email = 'erased@invalid' WHERE workspace_id = ${workspace}
      AND (user_id = ANY(${ids}::text[]) OR lower(email) = ANY(${emails}::text[]))`.execute(db);
  await sql`
    DELETE FROM verifications WHERE EXISTS (SELECT FROM unnest(${emails}::text[]) e
      WHERE position(e IN identifier) > 0 OR position(e IN value) > 0)`.execute(db);
  for (const table of ['sessions', 'sign_ins', 'two_factors'] as const) {
    await sql`DELETE FROM ${sql.table(table)} WHERE user_id = ANY(${ids}::text[])`.execute(db);
  }
  for (const table of ['notices', 'notice_preferences', 'team_members', 'member_authors'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND user_id = ANY(${ids}::text[])`.execute(db);
  }
  for (const table of ['pins', 'practice_kept', 'review_goals'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND person_id = ANY(${ids}::text[])`.execute(
      db,
    );
  }
  for (const [table, person, name] of signed) {
    await sql`
      UPDATE ${sql.table(table)} SET ${sql.ref(name)} = ${formerMember}
      WHERE workspace_id = ${workspace} AND ${sql.ref(person)} = ANY(${ids}::text[])`.execute(db);
  }
  await sql`
    UPDATE users SET name = ${formerMember}, email = 'erased-' || md5(id) || '@invalid', image = NULL,
      email_verified = false, two_factor_enabled = false, updated_at = now()
    WHERE id = ANY(${ids}::text[])`.execute(db);
}

/** Names that are kept beside the id of who signed. */
const signed = [
  ['kudos', 'given_by', 'given_by_name'],
  ['coaching_plans', 'coach_id', 'coach_name'],
  ['coaching_messages', 'person_id', 'person_name'],
  ['suggestions', 'proposed_by', 'proposed_name'],
  ['suggestions', 'owner_id', 'owner_name'],
] as const;
