/** Customers' questions that were answered unsurely: what a missing article would have answered. */
import type { ConversationArticles, GapQuestion, Verdict } from '@rapport/contract';
import { isQuestion } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';

/** Missed or partly met, or put off with "I will find out". A condition on `moments AS m`. */
const isUnsure: RawBuilder<boolean> = sql`(m.quality = 'knowledge' AND m.trigger_message_id IS NOT NULL
  AND (m.verdict IN ('missed', 'partly') OR m.rule = 'will-find-out'))`;

/** Memory has a bound: so many of the newest are looked at. */
const mostLookedAt = 20_000;

export interface UnsureQuestion extends GapQuestion {
  /** Of the conversation; null: English, for nothing else is scored. */
  language: string | null;
}

/** Newest first; one question counts once, however many were unsure about it. */
export async function listUnsureQuestions(db: Db, workspace: number, scorerVersion: string): Promise<UnsureQuestion[]> {
  const { rows } = await sql<{
    conversation: number;
    message: string;
    start: number;
    end: number;
    quote: string;
    language: string | null;
  }>`
    SELECT DISTINCT m.conversation_id AS conversation, m.trigger_message_id AS message, m.trigger_start AS start,
      m.trigger_end AS "end", m.trigger_quote AS quote, c.language, c.last_at
    FROM moments m
    JOIN assessments s ON s.workspace_id = ${workspace} AND s.id = m.assessment_id AND s.scorer_version = ${scorerVersion}
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = m.conversation_id
    JOIN messages t ON t.workspace_id = ${workspace} AND t.conversation_id = m.conversation_id
      AND t.message_id = m.trigger_message_id AND t.role = 'customer'
    WHERE m.workspace_id = ${workspace} AND ${isUnsure}
    ORDER BY c.last_at DESC NULLS LAST, m.conversation_id DESC, m.trigger_message_id, m.trigger_start
    LIMIT ${mostLookedAt}`.execute(db);
  const asked = rows.filter(({ quote }) => isQuestion(quote));
  return asked.map(({ conversation, message, start, end, quote, language }) => ({
    ...{ conversationId: String(conversation), messageId: message, start, end, quote, language },
  }));
}

/** Every question of one conversation that called for knowledge, in order, with how the replies answered it. */
export async function listAsked(
  db: Db,
  workspace: number,
  { conversation, sees }: { conversation: number; sees: Sees },
): Promise<
  (Pick<ConversationArticles['asked'][number], 'question' | 'verdicts'> & Pick<UnsureQuestion, 'language'>)[]
> {
  const { rows } = await sql<{
    message: string;
    start: number;
    end: number;
    quote: string;
    verdicts: Verdict[];
    language: string | null;
  }>`
    SELECT m.trigger_message_id AS message, m.trigger_start AS start, m.trigger_end AS "end", m.trigger_quote AS quote,
      array_agg(DISTINCT m.verdict) AS verdicts, c.language
    FROM moments m
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = m.conversation_id
    JOIN messages t ON t.workspace_id = ${workspace} AND t.conversation_id = m.conversation_id
      AND t.message_id = m.trigger_message_id
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ${conversation} AND m.quality = 'knowledge'
      AND ${authorSeen(sees, sql`m.author_id`)}
    GROUP BY 1, 2, 3, 4, t.position, c.language ORDER BY t.position, m.trigger_start`.execute(db);
  return rows.map(({ message, start, end, quote, verdicts, language }) => ({
    question: { messageId: message, start, end, quote },
    ...{ verdicts, language },
  }));
}
