/** The door for everything that comes by itself: masked, written down, and a worker asked to store it, all or nothing. */
import type { IntakeFormat, PushProblem, PushReceipt } from '@rapport/contract';
import { maskText } from '@rapport/intake';
import { loadMasking } from '../jobs/load-masking.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { Outside } from '../outbound/open-outside.ts';
import { type CameBy, insertArrival } from '../store/arrivals.ts';
import { keepUnerased } from '../store/erasure/keep-unerased.ts';
import type { Db } from '../store/open-store.ts';
import type { ArrivalContent, ArrivedPiece } from './arrived-piece.ts';
import { maskPieces } from './mask-pieces.ts';
import { storeArrivals } from './store-arrivals.ts';

export interface ArrivalParts {
  jobs: Pick<Jobs, 'sendUnlessAsked'>;
  outside: Pick<Outside, 'secretKey'>;
}

export interface GivenArrival {
  cameBy: CameBy;
  /** The caller of a push, the id of a connection or mailbox. */
  sender: string;
  /** Names the origin of the ids. */
  source: string;
  format: IntakeFormat;
  /** What is masked already is taken as it is. */
  pieces: readonly ArrivedPiece[] | ArrivalContent;
  /** With the same key it is the same arrival and is kept once. */
  key?: string;
  bodyHash?: Buffer;
  /** Messages that could not be read. */
  refusedMessages?: number;
  problems?: readonly PushProblem[];
}

/**
 * In the caller's transaction, so that a cursor moves on together with what it has passed.
 *
 * @returns null when an arrival with this key is known
 */
export async function receiveArrival(
  { jobs, outside }: ArrivalParts,
  db: Db,
  workspace: number,
  given: GivenArrival,
): Promise<PushReceipt | null> {
  const masked =
    'masked' in given.pieces
      ? given.pieces
      : maskPieces(given.pieces, given.format, await loadMasking(outside, db, workspace));
  const kept = await keepUnerased(db, workspace, given.source, masked.pieces);
  const content = { ...masked, pieces: kept.filter((piece) => piece !== null) };
  const receipt = await insertArrival(db, workspace, {
    ...{ cameBy: given.cameBy, sender: given.sender, source: given.source, content },
    ...{ key: given.key ?? null, bodyHash: given.bodyHash ?? null },
    conversations: content.pieces.length,
    messages: content.pieces.reduce((sum, { messages }) => sum + messages.length, 0),
    refusedMessages: given.refusedMessages ?? 0,
    // A reason quotes what it is about.
    problems: (given.problems ?? []).map((one) => ({ ...one, reason: maskText(one.reason).text })),
  });
  if (receipt !== null) await jobs.sendUnlessAsked(db, storeArrivals, { workspaceId: workspace });
  return receipt;
}
