import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const nameChecks: readonly Check[] = [
  {
    name: 'names-of-one-person',
    promise: 'a name that is merged into somebody has no message and no score of its own, and knows whose it is',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; broken: boolean }>`
        SELECT 'author ' || a.id AS id, o.merged_into IS NOT NULL
          OR EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace} AND m.author_id = a.id)
          OR EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace} AND m.written_as = a.id
            AND m.author_id <> a.merged_into)
          OR EXISTS (SELECT FROM assessments s
            JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id AND NOT c.needs_scoring
            WHERE s.workspace_id = ${workspace} AND s.author_id = a.id) AS broken
        FROM authors a JOIN authors o ON o.workspace_id = ${workspace} AND o.id = a.merged_into
        WHERE a.workspace_id = ${workspace}
        UNION ALL
        SELECT 'author ' || m.written_as, true FROM messages m
        JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.written_as AND a.merged_into IS NULL
        WHERE m.workspace_id = ${workspace} AND m.written_as IS NOT NULL GROUP BY 1`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ broken }) => broken).map(({ id }) => id),
      );
    },
  },
];
