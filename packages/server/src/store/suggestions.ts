/** Suggestions with the words they rest on, their owner, state and answer. */
import {
  type Evidence,
  RapportError,
  type Suggestion,
  type SuggestionKind,
  type SuggestionState,
  suggestionKinds,
  suggestionStates,
} from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { listShownNames, nameOf } from './author-names.ts';
import { numberOf } from './conversation-filter.ts';
import { evidenceOf } from './evidence-columns.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

/** With what decides who may see it. */
export interface StoredSuggestion extends Omit<Suggestion, 'isOwn'> {
  proposedById: string;
  /** Everybody who answered in the conversation of the quote. */
  agents: number[];
}

interface Row {
  id: number;
  kind: string;
  title: string;
  words: string;
  proposed_by: string;
  proposed_name: string;
  proposed_at: Date;
  owner_name: string | null;
  owner_id: string | null;
  state: string;
  answer: string | null;
  answered_at: Date | null;
  conversation_id: number | null;
  said_message_id: string | null;
  said_start: number | null;
  said_end: number | null;
  said_quote: string | null;
  said_by: number | null;
  agent_ids: number[] | null;
}

/** Open ones first, then the newest. */
export async function listSuggestions(
  db: Db,
  workspace: number,
  id: number | null = null,
): Promise<StoredSuggestion[]> {
  const one = id === null ? sql`true` : sql`s.id = ${id}`;
  const { rows } = await sql<Row>`
    SELECT s.*, q.conversation_id, q.said_message_id, q.said_start, q.said_end, q.said_quote, m.author_id AS said_by,
      c.agent_ids
    FROM suggestions s
    LEFT JOIN suggestion_quotes q ON q.workspace_id = ${workspace} AND q.suggestion_id = s.id
    LEFT JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = q.conversation_id
      AND m.message_id = q.said_message_id
    LEFT JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = q.conversation_id
    WHERE s.workspace_id = ${workspace} AND ${one}
    ORDER BY s.state <> 'open', s.id DESC LIMIT 1000`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.flatMap(({ said_by }) => said_by ?? []),
  );
  return rows.map((row) => {
    const said = evidenceOf(row, 'said');
    const quote =
      said === null || row.conversation_id === null
        ? null
        : { ...said, conversationId: String(row.conversation_id), author: nameOf(names, row.said_by ?? -1) };
    return {
      id: String(row.id),
      kind: z.enum(suggestionKinds).parse(row.kind),
      title: row.title,
      words: row.words,
      quote,
      proposedBy: row.proposed_name,
      proposedById: row.proposed_by,
      proposedAt: row.proposed_at.toISOString(),
      owner: row.owner_name,
      ownerId: row.owner_id,
      state: z.enum(suggestionStates).parse(row.state),
      answer: row.answer,
      answeredAt: isoOf(row.answered_at),
      agents: row.agent_ids ?? [],
    };
  });
}

export interface NewSuggestion {
  kind: SuggestionKind;
  title: string;
  words: string;
  conversation: number;
  said: Evidence;
  by: { id: string; name: string };
  now: Date;
}

export async function saveSuggestion(db: Db, workspace: number, given: NewSuggestion): Promise<number> {
  const { id } = await db
    .insertInto('suggestions')
    .values({
      ...{ workspace_id: workspace, kind: given.kind, title: given.title, words: given.words, state: 'open' },
      ...{ proposed_by: given.by.id, proposed_name: given.by.name, proposed_at: given.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { messageId, start, end, quote } = given.said;
  await db
    .insertInto('suggestion_quotes')
    .values({
      ...{ workspace_id: workspace, suggestion_id: id, conversation_id: given.conversation },
      ...{ said_message_id: messageId, said_start: start, said_end: end, said_quote: quote },
    })
    .execute();
  return id;
}

/** @throws RapportError `not-found`, or `bad-request` where a decision comes without words */
export async function changeSuggestion(
  db: Db,
  workspace: number,
  given: {
    suggestionId: string;
    owner: { id: string; name: string };
    state: SuggestionState;
    answer: string | null;
    by: string;
    now: Date;
  },
): Promise<number> {
  const answer = given.answer === '' ? null : given.answer;
  if (given.state !== 'open' && answer === null) {
    throw new RapportError('bad-request', {
      what: 'An answer needs words.',
      why: 'Whoever proposed it should learn why, whatever was decided.',
      wayOut: 'Write a sentence, or leave it open.',
    });
  }
  const changed = await db
    .updateTable('suggestions')
    .set({
      ...{ owner_id: given.owner.id, owner_name: given.owner.name, state: given.state, answer },
      ...{ answered_by: answer === null ? null : given.by, answered_at: answer === null ? null : given.now },
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(given.suggestionId))
    .returning('id')
    .executeTakeFirst();
  if (changed !== undefined) return changed.id;
  throw noSuchSuggestion();
}

export const noSuchSuggestion = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such suggestion.', wayOut: 'The list shows what is here.' });
