/**
 * The door for everything that is stored, from whatever file, source or form: what is of an erased person does not come
 * in, an erased agent comes in under the name that stands for them, and erased names in the words of others are covered.
 */
import type { ConversationHead, IntakeMessage } from '@rapport/intake';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { deleteConversations } from '../retention.ts';
import {
  type FoundMark,
  findMarks,
  hasMarks,
  loadErasedWords,
  loadMarkMaker,
  type MarkMaker,
  plainMark,
  saveMarks,
  sideOf,
  standInOf,
} from './erased-marks.ts';
import { coverErased, coverErasedIn, type ErasedWords } from './erased-words.ts';

/** A piece of a conversation on its way in. */
export interface IncomingPiece {
  conversation: ConversationHead;
  messages: IntakeMessage[];
}

/** @returns each piece as it may be stored, in the same order; null where nothing of it may */
export async function keepUnerased<Piece extends IncomingPiece>(
  db: Db,
  workspace: number,
  source: string,
  pieces: readonly Piece[],
): Promise<(Piece | null)[]> {
  // An erasure that begins waits until what is being stored is there, and then finds it.
  await sql`SELECT pg_advisory_xact_lock_shared(hashtext('erasing'), ${workspace})`.execute(db);
  return pieces.length === 0 || !(await hasMarks(db, workspace)) ? [...pieces] : sortOut(db, workspace, source, pieces);
}

/** As `keepUnerased`, for who holds the lock and has marks. */
export async function sortOut<Piece extends IncomingPiece>(
  db: Db,
  workspace: number,
  source: string,
  pieces: readonly Piece[],
): Promise<(Piece | null)[]> {
  const make = await loadMarkMaker(db, workspace);
  const door: Door = {
    source,
    make,
    marks: await findMarks(db, workspace, hashesOf(pieces, source, make)),
    words: await loadErasedWords(db, workspace),
    customers: await loadCustomers(db, workspace, source, pieces),
  };
  const theirs = new Map<string, number>();
  const kept = pieces.map((piece) => {
    const erasure = findErasure(door, piece);
    if (erasure !== null) theirs.set(piece.conversation.id, erasure);
    return erasure === null
      ? { ...piece, conversation: coverHead(door, piece.conversation), messages: keepMessages(door, piece.messages) }
      : null;
  });
  await markNew(db, workspace, door, theirs);
  return kept.map((piece) => (piece === null || theirs.has(piece.conversation.id) ? null : piece));
}

/** A conversation they began after they were erased: the answers in it stay out too, whenever they come. */
async function markNew(db: Db, workspace: number, { make, source, marks }: Door, theirs: Map<string, number>) {
  for (const [id, erasure] of theirs) {
    const hash = make.conversation(source, id);
    if (!marks.has(hash.toString('hex'))) await saveMarks(db, workspace, erasure, [plainMark('conversation', hash)]);
  }
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM conversations WHERE workspace_id = ${workspace} AND source = ${source}
      AND source_id = ANY(${[...theirs.keys()]}::text[])`.execute(db);
  await deleteConversations(
    db,
    workspace,
    rows.map(({ id }) => id),
  );
}

/** Whose the conversations are that are here already, as far as it is known. */
async function loadCustomers(
  db: Db,
  workspace: number,
  source: string,
  pieces: readonly IncomingPiece[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; customer: string | null }>`
    SELECT source_id AS id, customer_key AS customer FROM conversations
    WHERE workspace_id = ${workspace} AND source = ${source}
      AND source_id = ANY(${pieces.map(({ conversation }) => conversation.id)}::text[])`.execute(db);
  return new Map(rows.map(({ id, customer }) => [id, customer]));
}

interface Door {
  source: string;
  make: MarkMaker;
  marks: ReadonlyMap<string, FoundMark>;
  words: ErasedWords | null;
  /** By id in the source, of conversations that are here. */
  customers: ReadonlyMap<string, string | null>;
}

const keyOf = ({ authorId, author }: IntakeMessage): string => authorId ?? author;
const authorHash = (make: MarkMaker, source: string, message: IntakeMessage): Buffer =>
  make.person(sideOf(message.role), source, keyOf(message));

function hashesOf(pieces: readonly IncomingPiece[], source: string, make: MarkMaker): Buffer[] {
  const hashes = new Map<string, Buffer>();
  const add = (name: string, hash: () => Buffer): void => void (hashes.has(name) || hashes.set(name, hash()));
  for (const { conversation: head, messages } of pieces) {
    add(`c ${head.id}`, () => make.conversation(source, head.id));
    const { customer, csatAgentId } = head;
    if (customer !== null) add(`customer ${customer}`, () => make.person('customer', source, customer));
    if (csatAgentId !== undefined) add(`staff ${csatAgentId}`, () => make.person('staff', source, csatAgentId));
    for (const message of messages) {
      add(`${sideOf(message.role)} ${keyOf(message)}`, () => authorHash(make, source, message));
    }
  }
  return [...hashes.values()];
}

const markOf = ({ marks }: Door, hash: Buffer): FoundMark | undefined => marks.get(hash.toString('hex'));

/**
 * Of whose erasure it is that this is theirs: it is marked, or names them, or names nobody, is new, and only they wrote in
 * it as a customer. Null: it is somebody else's.
 */
function findErasure(door: Door, { conversation: head, messages }: IncomingPiece): number | null {
  const { make, source, customers } = door;
  const ofConversation = markOf(door, make.conversation(source, head.id));
  if (ofConversation !== undefined) return ofConversation.erasure;
  const customer = head.customer ?? customers.get(head.id) ?? null;
  const goneOf = (mark: FoundMark | undefined): number | null => (mark?.kind === 'gone' ? mark.erasure : null);
  if (customer !== null) return goneOf(markOf(door, make.person('customer', source, customer)));
  if (customers.has(head.id)) return null;
  const wrote = messages.filter(({ role }) => role === 'customer');
  const erasures = wrote.map((one) => goneOf(markOf(door, authorHash(make, source, one))));
  return erasures.every((one) => one !== null) ? (erasures[0] ?? null) : null;
}

function keepMessages(door: Door, messages: readonly IntakeMessage[]): IntakeMessage[] {
  return messages.flatMap((message) => {
    const hash = authorHash(door.make, door.source, message);
    const mark = markOf(door, hash);
    if (mark?.kind === 'gone') return [];
    const text = cover(door, message.text);
    // What was sealed of a text that spoke of an erased person is not kept.
    const { kept: _kept, ...bare } = message;
    if (mark?.kind !== 'renamed') return [text === message.text ? message : { ...bare, text }];
    const { key, name } = standInOf(hash);
    const { authorEmail: _, ...rest } = bare;
    return [{ ...rest, author: name, authorId: key, text }];
  });
}

const cover = ({ words }: Door, text: string): string => (words === null ? text : coverErased(text, words));

function coverHead(door: Door, head: ConversationHead): ConversationHead {
  const { make, source, words } = door;
  const rated = head.csatAgentId === undefined ? null : make.person('staff', source, head.csatAgentId);
  const isRenamed = rated !== null && markOf(door, rated)?.kind === 'renamed';
  const next = isRenamed ? { ...head, csatAgentId: standInOf(rated).key } : head;
  if (words === null) return next;
  const maybe = (text: string | null): string | null => (text === null ? null : coverErased(text, words));
  return {
    ...next,
    subject: coverErased(next.subject, words),
    assignee: maybe(next.assignee),
    status: maybe(next.status),
    tags: next.tags.map((tag) => coverErased(tag, words)),
    csatRaw: maybe(next.csatRaw),
    ...(next.csatComment === undefined ? {} : { csatComment: coverErased(next.csatComment, words) }),
    outcomes: coverErasedIn(next.outcomes, words) as ConversationHead['outcomes'], // numbers and words stay such
  };
}
