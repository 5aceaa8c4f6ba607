import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const contactChecks: readonly Check[] = [
  {
    name: 'contacts-never-scored',
    promise:
      'a contact written down by hand has no score, says why, and shows nothing as if it were said to the customer',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; broken: boolean }>`
        SELECT 'contact ' || c.id AS id, c.not_scored IS DISTINCT FROM coalesce(c.not_service, 'logged-by-hand')
          OR EXISTS (SELECT FROM assessments s WHERE s.workspace_id = ${workspace} AND s.conversation_id = c.id)
          OR NOT EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace} AND m.conversation_id = c.id)
          OR EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace} AND m.conversation_id = c.id
            AND m.visibility <> 'internal') AS broken
        FROM contacts k JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = k.conversation_id
        WHERE k.workspace_id = ${workspace} AND NOT c.needs_scoring`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ broken }) => broken).map(({ id }) => id),
      );
    },
  },
];
