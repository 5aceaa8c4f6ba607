/** What the search field looks through: subject and words of conversations. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { toSearchText } from './search-text.ts';

export async function saveWords(
  db: Db,
  workspace: number,
  conversations: readonly { id: number; texts: readonly string[] }[],
): Promise<void> {
  const rows = conversations.map(({ id, texts }) => ({
    id,
    text: toSearchText(texts.join('\n').slice(0, searchedCharacters)),
  }));
  await sql`
    INSERT INTO conversation_words (workspace_id, conversation_id, words)
    SELECT ${workspace}, id, to_tsvector('simple', text)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(id bigint, text text)
    ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET words = excluded.words
  `.execute(db);
}

/** PostgreSQL holds at most 1 MB of words per row: one endless conversation must not fail the batch. */
const searchedCharacters = 200_000;
