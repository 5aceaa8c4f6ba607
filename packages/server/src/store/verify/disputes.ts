/** Nobody decides about themselves, and what is contested counts nowhere until somebody has decided. */
import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const disputeChecks: readonly Check[] = [
  {
    name: 'disputes-decided-by-others',
    promise:
      'each dispute was decided by somebody other than who opened it and the reviewer, and a review is marked disputed just while one is open',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sound: boolean }>`
        SELECT 'dispute ' || d.id AS id, d.decided_by IS DISTINCT FROM d.opened_by
          AND (r.id IS NULL OR d.decided_by IS DISTINCT FROM r.reviewer_id)
          AND (r.id IS NULL OR (r.conversation_id = d.conversation_id AND r.author_id = d.author_id))
          AND (d.state <> 'open' OR r.id IS NULL OR r.state = 'disputed') AS sound
        FROM disputes d LEFT JOIN reviews r ON r.workspace_id = ${workspace} AND r.id = d.review_id
        WHERE d.workspace_id = ${workspace}
        UNION ALL
        SELECT 'review ' || r.id, EXISTS (SELECT FROM disputes d WHERE d.workspace_id = ${workspace}
          AND d.review_id = r.id AND d.state = 'open')
        FROM reviews r WHERE r.workspace_id = ${workspace} AND r.state = 'disputed'`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => sound !== true).map(({ id }) => id),
      );
    },
  },
];
