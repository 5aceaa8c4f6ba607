import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const kudosChecks: readonly Check[] = [
  {
    name: 'thanks-quote-exactly',
    promise: 'thanks go to an agent of the conversation and quote words that stood in it exactly so',
    // In JavaScript, because places count UTF-16 units. A message that an import has changed since is left out.
    async find(db, workspace) {
      const { rows } = await sql<{
        id: number;
        quote: string;
        start: number;
        md5: string;
        text: string;
        served: boolean;
      }>`
        SELECT k.id, k.quote, k.quote_start AS start, k.message_hash AS md5, m.text,
          EXISTS (SELECT FROM messages own WHERE own.workspace_id = ${workspace}
            AND own.conversation_id = k.conversation_id AND own.author_id = k.author_id) AS served
        FROM kudos k
        JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
          AND m.message_id = k.message_id
        WHERE k.workspace_id = ${workspace}`.execute(db);
      const broken = rows.filter(({ quote, start, md5, text, served }) => {
        const isSame = createHash('md5').update(text).digest('hex') === md5;
        return !served || (isSame && text.slice(start, start + quote.length) !== quote);
      });
      return resultOf(
        rows.length,
        broken.map(({ id }) => `thanks ${id}`),
      );
    },
  },
];
