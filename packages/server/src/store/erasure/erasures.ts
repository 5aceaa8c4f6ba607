/** Erasures from the wish to the receipt, which says nothing of the person. */
import {
  type ErasurePreview,
  type ErasureReceipt,
  type ErasureWanted,
  erasureReceipt,
  type Identity,
} from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { isoOf } from '../iso-of.ts';
import type { Db } from '../open-store.ts';
import { loadPseudonymKey } from '../save-batch.ts';
import type { Erasures } from '../tables.ts';
import { lettersNear } from './cover-stored.ts';
import { createMarkMaker, loadMarkMaker, type Mark, markWords, plainMark, saveMarks, sideOf } from './erased-marks.ts';
import { splitWords } from './erased-words.ts';

/** What the work needs to know until it is done. */
export const erasureWork = z.object({ near: z.array(z.string()).nullable() });
export type ErasureWork = z.infer<typeof erasureWork>;

/** Marks the person, so that nothing of them is stored from now on, and writes down the wish. @returns its number */
export async function saveErasure(
  db: Db,
  workspace: number,
  given: ErasureWanted & { identities: readonly Identity[]; by: string; now: Date },
): Promise<number> {
  const words = wordsOf(given);
  const names = given.identities.filter(({ kind }) => kind !== 'customer').map(({ name }) => name);
  const { id } = await db
    .insertInto('erasures')
    .values({
      ...{ workspace_id: workspace, kind: given.kind, state: 'asked', asked_by: given.by, asked_at: given.now },
      // Parts of names, not names; and gone when it is done.
      wanted: JSON.stringify({ near: lettersNear([...words, ...names]) } satisfies ErasureWork),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const make = await loadMarkMaker(db, workspace);
  const persons = await listPersonMarks(db, workspace, given);
  const ofNames = given.kind === 'customer' ? [] : names.map((name) => plainMark('name', make.name(spelt(name))));
  await saveMarks(db, workspace, id, [...persons, ...ofNames, ...markWords(make, words)]);
  return id;
}

const spelt = (name: string): string[] => splitWords(name).map(({ word }) => word);

/** A name of one word is too common to be covered everywhere by itself; whoever wants that says so. */
function wordsOf({ words, identities }: { words: readonly string[]; identities: readonly Identity[] }): string[] {
  const named = identities.map(({ name }) => name).filter((name) => spelt(name).length > 1);
  const addresses = identities.flatMap(({ kind, key }) => (kind === 'member' && key !== null ? [key] : []));
  return [...new Set([...words, ...named, ...addresses])].filter((one) => spelt(one).length > 0);
}

async function listPersonMarks(
  db: Db,
  workspace: number,
  { kind, identities }: { kind: ErasureWanted['kind']; identities: readonly Identity[] },
): Promise<Mark[]> {
  const make = createMarkMaker(await loadPseudonymKey(db, workspace));
  const authors = await sql<{ id: number; source: string; key: string; role: string }>`
    SELECT id, source, author_key AS key, role_said AS role FROM authors WHERE workspace_id = ${workspace}
      AND id = ANY(${identities.flatMap(({ id }) => (id.startsWith('author:') ? Number(id.slice(7)) : []))}::bigint[])
    `.execute(db);
  const leaves = kind === 'customer' ? 'gone' : 'renamed';
  return [
    ...authors.rows.map(({ source, key, role }) => plainMark(leaves, make.person(sideOf(role), source, key))),
    ...identities.flatMap(({ id, source, key }) =>
      id.startsWith('customer-of:') ? [plainMark(leaves, make.person('customer', source ?? '', key ?? ''))] : [],
    ),
    ...identities.flatMap(({ id, key }) =>
      id.startsWith('member:') ? [plainMark('renamed', make.person('member', '', key ?? ''))] : [],
    ),
  ];
}

export async function previewErasure(
  db: Db,
  workspace: number,
  { kind, words, identities }: ErasureWanted & { identities: readonly Identity[] },
): Promise<ErasurePreview> {
  const authors = identities.flatMap(({ id }) => (id.startsWith('author:') ? [Number(id.slice(7))] : []));
  const pairs = identities.filter(({ kind: one }) => one === 'customer').map(({ source, key }) => ({ source, key }));
  const own = sql`SELECT c.id FROM conversations c
    JOIN json_to_recordset(${JSON.stringify(pairs)}::json) AS x(source text, key text)
      ON x.source = c.source AND x.key = c.customer_key WHERE c.workspace_id = ${workspace}`;
  const { rows } = await sql<{ conversations: number; messages: number; elsewhere: number; kept: number }>`
    SELECT (SELECT count(*) FROM (${own}) o) AS conversations,
      (SELECT count(*) FROM messages WHERE workspace_id = ${workspace} AND conversation_id IN (${own})) AS messages,
      (SELECT count(*) FROM messages WHERE workspace_id = ${workspace} AND author_id = ANY(${authors}::bigint[])
        AND conversation_id NOT IN (${own})) AS elsewhere,
      (SELECT count(DISTINCT conversation_id) FROM messages WHERE workspace_id = ${workspace}
        AND author_id = ANY(${authors}::bigint[])) AS kept`.execute(db);
  const counted = rows[0] ?? { conversations: 0, messages: 0, elsewhere: 0, kept: 0 };
  const isCustomer = kind === 'customer';
  const covered = [];
  for (const one of wordsOf({ words, identities })) {
    covered.push({ words: one, texts: await countTexts(db, workspace, one, isCustomer ? own : null) });
  }
  return {
    names: [...new Set(identities.map(({ name }) => name))],
    confirm: identities[0]?.name ?? '',
    conversations: isCustomer ? counted.conversations : 0,
    messages: isCustomer ? counted.messages : 0,
    messagesElsewhere: isCustomer ? counted.elsewhere : 0,
    kept: isCustomer ? 0 : counted.kept,
    words: covered,
    stops: stopsOf(kind, identities),
  };
}

/** Messages of others in which the words stand, by the letters alone: the work itself looks word by word. */
async function countTexts(
  db: Db,
  workspace: number,
  words: string,
  own: ReturnType<typeof sql> | null,
): Promise<number> {
  const elsewhere = own === null ? sql`true` : sql`conversation_id NOT IN (${own})`;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM messages WHERE workspace_id = ${workspace}
      AND position(${words.toLowerCase()} IN lower(text)) > 0 AND ${elsewhere}`.execute(db);
  return rows[0]?.n ?? 0;
}

function stopsOf(kind: ErasureWanted['kind'], identities: readonly Identity[]): string[] {
  const others = identities.filter((one) => (kind === 'customer') !== (one.kind === 'customer'));
  return [
    ...others.map(({ name }) =>
      kind === 'customer'
        ? `${name} wrote as an agent or has an account. Erase them as somebody who left the team.`
        : `${name} wrote as a customer. Erase them as a customer.`,
    ),
    ...identities
      .filter(({ active }) => active)
      .map(({ name }) => `${name} can still sign in, here or in another workspace. Remove them under People first.`),
  ];
}

export interface StoredErasure {
  id: number;
  kind: ErasureReceipt['kind'];
  state: ErasureReceipt['state'];
  askedBy: string;
  work: ErasureWork;
  counts: Record<string, number>;
}

export async function lockErasure(db: Db, workspace: number, id: number): Promise<StoredErasure | null> {
  const row = await db
    .selectFrom('erasures')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, state, counts } = toReceipt({ ...row, marks: 0, name: null });
  return { id, kind, state, counts, askedBy: row.asked_by, work: erasureWork.parse(row.wanted ?? { near: null }) };
}

/** Not done, and no work waiting or under way for it. */
export async function listUnfinished(db: Db, workspace: number, job: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT e.id FROM erasures e WHERE e.workspace_id = ${workspace} AND e.state <> 'done' AND NOT EXISTS (
      SELECT FROM jobs.job j WHERE j.name = ${job} AND j.state IN ('created', 'retry', 'active')
        AND (j.data->>'workspaceId')::integer = ${workspace} AND (j.data->>'erasureId')::bigint = e.id)
    ORDER BY e.id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function changeErasure(
  db: Db,
  workspace: number,
  id: number,
  { state, counts, now }: { state: ErasureReceipt['state']; counts: Record<string, number>; now: Date },
): Promise<void> {
  const end = state === 'done' ? { done_at: now, wanted: null } : {};
  await db
    .updateTable('erasures')
    .set({ state, counts: JSON.stringify(counts), ...end })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

type ReceiptRow = Selectable<Erasures> & { marks: number; name: string | null };

export async function listErasures(db: Db, workspace: number, id?: number): Promise<ErasureReceipt[]> {
  const one = id === undefined ? sql`true` : sql`e.id = ${id}`;
  const { rows } = await sql<ReceiptRow>`
    SELECT e.*, u.name, (SELECT count(*)::integer FROM erased_marks m
      WHERE m.workspace_id = ${workspace} AND m.erasure_id = e.id) AS marks
    FROM erasures e LEFT JOIN users u ON u.id = e.asked_by
    WHERE e.workspace_id = ${workspace} AND ${one} ORDER BY e.id DESC LIMIT 200`.execute(db);
  return rows.map(toReceipt);
}

const toReceipt = (row: ReceiptRow): ErasureReceipt =>
  erasureReceipt.parse({
    ...{ id: String(row.id), kind: row.kind, state: row.state, counts: row.counts, marks: row.marks },
    askedBy: row.name ?? (row.asked_by === 'local' ? 'You' : 'Somebody'),
    ...{ askedAt: row.asked_at.toISOString(), doneAt: isoOf(row.done_at) },
  });
