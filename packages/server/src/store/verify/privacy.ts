/** What was to go is gone. */
import { sql } from 'kysely';
import { loadErasedWords } from '../erasure/erased-marks.ts';
import { coverErased } from '../erasure/erased-words.ts';
import { findMarked } from '../erasure/find-marked.ts';
import type { Db } from '../open-store.ts';
import { findExpired, loadRule } from '../retention.ts';
import { type Check, namedViolations, resultOf } from './check.ts';

const runMilliseconds = 24 * 3_600_000;

export const privacyChecks: readonly Check[] = [
  {
    name: 'nothing-kept-too-long',
    promise: 'no conversation is here that the last run of the rule about keeping had to delete',
    async find(db, workspace) {
      const stored = await loadRule(db, workspace);
      if (stored === null || stored.nextRunAt <= stored.startsAt) return resultOf(0, []);
      const now = new Date(stored.nextRunAt.getTime() - runMilliseconds);
      const found = await findExpired(db, workspace, { rule: stored.rule, now, limit: namedViolations });
      const left = found.filter(({ arrivedAt }) => arrivedAt < now);
      return resultOf(
        1,
        left.map(({ id }) => `conversation ${id}`),
      );
    },
  },
  {
    name: 'erased-stay-erased',
    promise: 'nobody who was erased is here: no author, no account, no conversation of theirs, no name in a message',
    async find(db, workspace) {
      const { rows } = await sql<{ marks: number; open: boolean }>`
        SELECT count(*) AS marks, EXISTS (SELECT FROM erasures WHERE workspace_id = ${workspace} AND state <> 'done') AS open
        FROM erased_marks WHERE workspace_id = ${workspace}`.execute(db);
      const { marks, open } = rows[0] ?? { marks: 0, open: false };
      // One that is under way has found some of it and not the rest.
      if (marks === 0 || open) return resultOf(0, []);
      const { gone, renamed, conversations, members } = await findMarked(db, workspace);
      return resultOf(marks, [
        ...[...gone, ...renamed.map(({ id }) => id)].map((id) => `author ${id}`),
        ...conversations.map((id) => `conversation ${id}`),
        ...members.map((id) => `account ${id}`),
        ...(await findNamed(db, workspace)),
      ]);
    },
  },
];

const messagesAtOnce = 2_000;
/** A text that is longer is fetched by itself: a thousand of the longest must not be held at once. */
const bytesAtOnce = 32_768;

async function findNamed(db: Db, workspace: number): Promise<string[]> {
  const erased = await loadErasedWords(db, workspace);
  const found: string[] = [];
  if (erased === null) return found;
  for (let after = { conversation: 0, message: '' }; found.length < namedViolations; ) {
    const { rows } = await sql<{ conversation: number; message: string; text: string | null }>`
      SELECT conversation_id AS conversation, message_id AS message,
        CASE WHEN octet_length(text) <= ${bytesAtOnce} THEN text END AS text FROM messages
      WHERE workspace_id = ${workspace} AND (conversation_id, message_id) > (${after.conversation}, ${after.message})
      ORDER BY conversation_id, message_id LIMIT ${messagesAtOnce}`.execute(db);
    for (const row of rows) {
      const text = row.text ?? (await loadText(db, workspace, row));
      if (coverErased(text, erased) !== text) found.push(`a name in conversation ${row.conversation}`);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last;
  }
  return found;
}

async function loadText(
  db: Db,
  workspace: number,
  { conversation, message }: { conversation: number; message: string },
): Promise<string> {
  const { text } = await db
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversation)
    .where('message_id', '=', message)
    .executeTakeFirstOrThrow();
  return text;
}
