/** The arrivals of one source, stored like a batch of a file of that source and counted in its account of the day. */
import { noMasks } from '@rapport/contract';
import { addMaskCounts } from '@rapport/intake';
import { csatColumnOf } from '../jobs/csat-column.ts';
import type { WaitingArrival } from '../store/arrivals.ts';
import { recountAuthors } from '../store/count-authors.ts';
import { closeLiveBatch, holdLiveImport, type LiveImport, noteChanged } from '../store/live-imports.ts';
import type { Db } from '../store/open-store.ts';
import { placeByTime } from '../store/place-by-time.ts';
import { forgetBeforeDeletion, rememberRead, rememberSaid, saidKey } from '../store/said-things.ts';
import { saveBatch } from '../store/save-batch.ts';
import { settleConversations } from '../store/settle-conversations.ts';
import { findConversations, takeConversationsAway, takeMessagesAway } from '../store/take-away.ts';
import { type ArrivalContent, type ArrivedPiece, fragmentOf } from './arrived-piece.ts';
import { foldPieces, type TimedPiece } from './fold-pieces.ts';

export interface StoredPiece {
  arrival: number;
  /** Our id of the conversation. */
  conversation: number;
}

type ReadArrival = Omit<WaitingArrival, 'content'> & { content: ArrivalContent };

export async function storePieces(
  db: Db,
  workspace: number,
  source: string,
  waiting: readonly WaitingArrival[],
): Promise<StoredPiece[]> {
  // Only \`receiveArrival\` writes it, from this very type: the cast is the way back.
  const arrivals = waiting.map((one) => ({ ...one, content: one.content as ArrivalContent }));
  const day = (arrivals.at(-1)?.receivedAt ?? new Date(0)).toISOString().slice(0, 10);
  const account = await holdLiveImport(db, workspace, { source, day });
  const place = { db, workspace, account };
  const pieces = arrivals.flatMap(({ id, content }) => content.pieces.map((piece) => ({ arrival: id, piece })));
  const authors = new Set<number>();
  const timed = pieces.map(({ piece }) => piece).filter(isTimed);
  if (timed.length > 0) await storeTimed(place, timed, authors);
  for (const round of roundsOf(pieces.map(({ piece }) => piece).filter((piece) => !isTimed(piece)))) {
    await storeRound(place, round, { told: 0, authors });
  }
  await countDoors(place, arrivals);
  await recountAuthors(db, workspace, [...authors]);
  const ids = await findConversations(db, workspace, source, [
    ...new Set(pieces.map(({ piece }) => piece.conversation.id)),
  ]);
  return pieces.flatMap(({ arrival, piece }) => {
    const conversation = ids.get(piece.conversation.id);
    return conversation === undefined ? [] : [{ arrival, conversation }];
  });
}

interface Place {
  db: Db;
  workspace: number;
  account: LiveImport;
}

/** Without ids of messages a piece can only stand for the whole conversation. */
const isTimed = (piece: ArrivedPiece): piece is TimedPiece =>
  piece.saidAt !== null && (piece.hasMessageIds || piece.messages.length === 0);

/** A piece takes the place of the one before it, so each conversation comes once a round. */
function roundsOf(pieces: readonly ArrivedPiece[]): ArrivedPiece[][] {
  const rounds: Map<string, ArrivedPiece>[] = [];
  const depth = new Map<string, number>();
  for (const piece of pieces) {
    const { id } = piece.conversation;
    const at = depth.get(id) ?? 0;
    depth.set(id, at + 1);
    const round = rounds[at] ?? new Map<string, ArrivedPiece>();
    rounds[at] = round;
    round.set(id, piece);
  }
  return rounds.map((round) => [...round.values()]);
}

async function storeTimed(place: Place, pieces: readonly TimedPiece[], authors: Set<number>): Promise<void> {
  const { db, workspace, account } = place;
  const { source } = account;
  const folded = foldPieces(pieces);
  const deletions = await rememberSaid(db, workspace, source, folded.deletions);
  const deleted = folded.deletions.filter((one) => deletions.has(saidKey(one)));
  const changed: number[] = [];
  if (deleted.length > 0) {
    const kept = await forgetBeforeDeletion(db, workspace, source, deleted);
    const names = deleted.map(({ conversation }) => conversation);
    const taken = await takeConversationsAway(db, workspace, source, { deleted: names, kept });
    changed.push(...taken.changed);
    for (const id of taken.authors) authors.add(id);
  }
  const read = await rememberRead(db, workspace, source, folded.past);
  const news = await rememberSaid(db, workspace, source, folded.things);
  const isNews = (one: Parameters<typeof saidKey>[0]): boolean => news.has(saidKey(one)) || read.has(saidKey(one));
  const gone = await takeMessagesAway(db, workspace, source, folded.goneOf(isNews));
  changed.push(...gone.changed);
  for (const id of gone.authors) authors.add(id);
  await noteChanged(db, workspace, account.id, changed);
  const told = pieces.reduce((sum, { messages }) => sum + messages.length, 0);
  const settled = await storeRound(place, folded.piecesOf(isNews), { told, authors });
  await placeByTime(db, workspace, settled);
}

/** @param told messages that came for this round, those that are no news included
 * @returns our ids of the conversations it touched */
async function storeRound(
  { db, workspace, account }: Place,
  pieces: readonly ArrivedPiece[],
  { told, authors }: { told: number; authors: Set<number> },
): Promise<number[]> {
  const fragments = pieces.map(fragmentOf);
  const units = Math.max(
    told,
    fragments.reduce((sum, one) => sum + one.units, 0),
  );
  const place = { importId: account.id, source: account.source, authors: new Map(), problemsBefore: account.problems };
  const batch = { fragments, problems: [], masked: noMasks, agentDomains: new Map(), units, rejected: 0 };
  const known = await saveBatch(db, workspace, place, batch);
  for (const id of known.values()) authors.add(id);
  let after: number | null = 0;
  while (after !== null) after = await settleFrom(db, workspace, account.id, after);
  return closeLiveBatch(db, workspace, account.id);
}

async function settleFrom(db: Db, workspace: number, importId: number, after: number): Promise<number | null> {
  const options = { importId, after, limit: 1000, csat: csatColumnOf(null), whole: true };
  return (await settleConversations(db, workspace, options)).settledTo;
}

/** What was counted at the door: what was masked there, what was refused, who writes from where. */
async function countDoors({ db, workspace, account }: Place, arrivals: readonly ReadArrival[]): Promise<void> {
  let masked: ArrivalContent['masked'] = noMasks;
  const agentDomains = new Map<string, number>();
  for (const { content } of arrivals) {
    masked = addMaskCounts(masked, content.masked);
    for (const [domain, count] of content.agentDomains)
      agentDomains.set(domain, (agentDomains.get(domain) ?? 0) + count);
  }
  const place = { importId: account.id, source: account.source, authors: new Map(), problemsBefore: account.problems };
  await saveBatch(db, workspace, place, { fragments: [], problems: [], masked, agentDomains, units: 0, rejected: 0 });
}
