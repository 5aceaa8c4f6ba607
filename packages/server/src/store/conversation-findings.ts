/** What was found in one conversation beside its scores: promises, goodwill, the order of care, what the customer did. */
import { type ConversationDetail, careStep, goodwillFound, promiseFound, signal } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { nameOf, type ShownNames } from './author-names.ts';
import { evidenceOf } from './evidence-columns.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import { isSeen, type Sees } from './seen.ts';
import type { Tables } from './tables.ts';

export type Findings = Pick<ConversationDetail, 'promises' | 'goodwill' | 'orderOfCare' | 'signals'>;

export async function loadFindings(
  db: Db,
  workspace: number,
  { id, names, sees }: { id: number; names: ShownNames; sees: Sees },
): Promise<Findings> {
  const ofSeen = ({ author_id }: { author_id: number }) => isSeen(sees, author_id);
  return {
    promises: (await ofConversation(db, workspace, id, 'promises')).filter(ofSeen).map((row) =>
      promiseFound.parse({
        agent: nameOf(names, row.author_id),
        said: evidenceOf(row, 'said'),
        what: row.what,
        dueAt: isoOf(row.due_at),
        dueWords: row.due_words,
        state: row.state,
        sign: evidenceOf(row, 'sign'),
      }),
    ),
    goodwill: (await ofConversation(db, workspace, id, 'goodwill')).filter(ofSeen).map((row) =>
      goodwillFound.parse({
        agent: nameOf(names, row.author_id),
        said: evidenceOf(row, 'said'),
        amountCents: row.amount_cents,
        currency: row.currency,
      }),
    ),
    orderOfCare: (await ofConversation(db, workspace, id, 'care_steps')).map((row) =>
      careStep.parse({
        step: row.step,
        messageId: row.message_id,
        at: isoOf(row.at),
        agent: nameOf(names, row.author_id),
        // That a step came at all belongs to the conversation; that it came too early is about who took it.
        outOfOrder: row.out_of_order && isSeen(sees, row.author_id),
      }),
    ),
    signals: (await ofConversation(db, workspace, id, 'signals')).map((row) =>
      signal.parse({ kind: row.kind, said: evidenceOf(row, 'said') }),
    ),
  };
}

async function ofConversation<T extends 'promises' | 'goodwill' | 'care_steps' | 'signals'>(
  db: Db,
  workspace: number,
  id: number,
  table: T,
): Promise<Selectable<Tables[T]>[]> {
  const { rows } = await sql<Selectable<Tables[T]>>`SELECT * FROM ${sql.table(table)}
    WHERE workspace_id = ${workspace} AND conversation_id = ${id} ORDER BY number`.execute(db);
  return rows;
}
