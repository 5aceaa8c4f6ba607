import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const keptWordsChecks: readonly Check[] = [
  {
    name: 'kept-words-are-sealed',
    promise: 'masked words are kept only where an owner wants it, sealed, and each beside the bracket it stands for',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sealed: string; text: string; kind: string; start_at: number }>`
        SELECT 'conversation ' || k.conversation_id AS id, k.sealed, m.text, k.kind, k.start_at,
          coalesce(s.keeps_masked, false) AS keeps
        FROM kept_words k
        JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
          AND m.message_id = k.message_id
        LEFT JOIN masking_settings s ON s.workspace_id = ${workspace}
        WHERE k.workspace_id = ${workspace}`.execute(db);
      const wrong = rows.filter(
        ({ sealed, text, kind, start_at, ...row }) =>
          !('keeps' in row && row.keeps === true) ||
          !/^v1\.[\w-]{38,}$/.test(sealed) ||
          text.slice(start_at, start_at + kind.length + 2) !== `[${kind}]`,
      );
      return resultOf(
        rows.length,
        wrong.slice(0, 20).map(({ id }) => id),
      );
    },
  },
];
