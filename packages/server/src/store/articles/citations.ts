/** Places in replies that name an article: found when a conversation is scored, and over all when the articles change. */
import type { ArticleCitation, ConversationArticles } from '@rapport/contract';
import { type CitationIndex, findCitations, indexArticles, type NamedArticle } from '@rapport/insight';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Db } from '../open-store.ts';
import { conversationSeen, type Sees } from '../seen.ts';

/** Everything that may be named; drafts cannot be, nobody has their address. Null: there are no articles. */
export async function loadCitationIndex(db: Db, workspace: number): Promise<CitationIndex | null> {
  const { rows } = await sql<NamedArticle>`
    SELECT id, title, locale, address_key AS "addressKey" FROM articles
    WHERE workspace_id = ${workspace} AND audience <> 'draft' ORDER BY gone_at IS NOT NULL, id`.execute(db);
  return rows.length === 0 ? null : indexArticles(rows);
}

/** Replaces the citations of these conversations; one message names an article at one place once. */
export async function saveCitations(db: Db, workspace: number, conversations: readonly number[]): Promise<void> {
  const index = await loadCitationIndex(db, workspace);
  // Citations go with their articles: where there are none, there is nothing to replace either.
  if (index === null) return;
  await sql`
    DELETE FROM article_citations WHERE workspace_id = ${workspace} AND conversation_id = ANY(${[...conversations]}::bigint[])
  `.execute(db);
  const { rows: messages } = await sql<{ conversation: number; id: string; text: string }>`
    SELECT m.conversation_id AS conversation, m.message_id AS id, m.text FROM messages m
    JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id AND a.role = 'agent'
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ANY(${[...conversations]}::bigint[])
      AND m.visibility = 'public'`.execute(db);
  const rows = messages.flatMap(({ conversation, id, text }) =>
    findCitations(text, index).map(({ article, how, start, end, quote }) => ({
      ...{ workspace_id: workspace, conversation_id: conversation, article_id: article, how },
      ...{ said_message_id: id, said_start: start, said_end: end, said_quote: quote },
    })),
  );
  await insertRows(db, 'article_citations', rows);
}

/** @returns the ids of the next conversations in order; none when all were seen */
export async function listConversationsAfter(
  db: Db,
  workspace: number,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

const citationsOfPage = 30;

/** The newest conversations first, each with the first place that names the article. */
export async function listArticleCitations(
  db: Db,
  workspace: number,
  { article, sees, after }: { article: number; sees: Sees; after: number | null },
): Promise<{ citations: ArticleCitation[]; next: string | null }> {
  const { rows } = await sql<{
    conversation: number;
    subject: string;
    message: string;
    start: number;
    end: number;
    quote: string;
    how: ArticleCitation['how'];
    at: Date | null;
  }>`
    SELECT DISTINCT ON (c.id) c.id AS conversation,
      coalesce(nullif(c.subject, ''), c.first_words) AS subject, k.said_message_id AS message, k.said_start AS start,
      k.said_end AS "end", k.said_quote AS quote, k.how, m.at
    FROM article_citations k
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = k.conversation_id
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = c.id AND m.message_id = k.said_message_id
    WHERE k.workspace_id = ${workspace} AND k.article_id = ${article} AND ${conversationSeen(workspace, sees)}
      AND ${after === null ? sql`true` : sql`c.id < ${after}`}
    ORDER BY c.id DESC, m.position, k.said_start LIMIT ${citationsOfPage + 1}`.execute(db);
  const page = rows.slice(0, citationsOfPage);
  return {
    citations: page.map(({ conversation, message, at, ...row }) => ({
      ...{ conversationId: String(conversation), messageId: message, at: at?.toISOString() ?? null, ...row },
    })),
    next: rows.length > citationsOfPage ? String(page.at(-1)?.conversation) : null,
  };
}

/** In how many conversations that may be seen these articles are named, by id. */
export async function countCitations(
  db: Db,
  workspace: number,
  { articles, sees }: { articles: readonly number[]; sees: Sees },
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ article: number; conversations: number }>`
    SELECT k.article_id AS article, count(DISTINCT c.id) AS conversations FROM article_citations k
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = k.conversation_id
    WHERE k.workspace_id = ${workspace} AND k.article_id = ANY(${[...articles]}::bigint[])
      AND ${conversationSeen(workspace, sees)}
    GROUP BY k.article_id`.execute(db);
  return new Map(rows.map(({ article, conversations }) => [article, conversations]));
}

/** What the replies of one conversation name, in order. */
export async function listCited(
  db: Db,
  workspace: number,
  conversation: number,
): Promise<ConversationArticles['cited']> {
  const { rows } = await sql<{
    id: number;
    title: string;
    url: string | null;
    message: string;
    start: number;
    end: number;
    quote: string;
    how: ArticleCitation['how'];
  }>`
    SELECT a.id, a.title, a.url, k.said_message_id AS message, k.said_start AS start, k.said_end AS "end",
      k.said_quote AS quote, k.how
    FROM article_citations k
    JOIN articles a ON a.workspace_id = ${workspace} AND a.id = k.article_id
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
      AND m.message_id = k.said_message_id
    WHERE k.workspace_id = ${workspace} AND k.conversation_id = ${conversation}
    ORDER BY m.position, k.said_start`.execute(db);
  return rows.map(({ id, title, url, message, ...said }) => ({
    ...{ messageId: message, ...said, article: { id: String(id), title, url } },
  }));
}
