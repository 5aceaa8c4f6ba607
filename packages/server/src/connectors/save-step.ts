/** Saves one step of reading a source: what came, what could not be read, and how far it has come; all or nothing. */
import type { IntakeProblem } from '@rapport/contract';
import { readEntry } from '@rapport/intake';
import type { ArrivedPiece } from '../arrivals/arrived-piece.ts';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import type { JobContext } from '../jobs/job.ts';
import { type ReadProblems, saveConnectionProblems } from '../store/connection-problems.ts';
import { lookEverySeconds } from '../store/connection-rings.ts';
import { changeConnectionRow, listStoredAfter, loadConnection, type StoredConnection } from '../store/connections.ts';
import type { Db } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { findConversations } from '../store/take-away.ts';
import { sourceOf } from './all-sources.ts';
import { lookAtPeople } from './look-at-people.ts';
import { reasonOf } from './source-trouble.ts';
import type { SyncCursor } from './sync-cursor.ts';
import { lookDueAt, type ReadPart, type StepResult, tooLarge } from './take-step.ts';

/** @returns false when somebody else has gone on meanwhile: then nothing was saved */
export async function saveStep(
  { jobs, outside, now }: Pick<JobContext, 'jobs' | 'outside' | 'now'>,
  db: Db,
  workspace: number,
  found: StoredConnection,
  step: StepResult,
): Promise<boolean> {
  const current = await loadConnection(db, workspace, found.id, { hold: true });
  if (current === null || current.state === 'paused' || current.piece !== found.piece) return false;
  const { format } = sourceOf(found.kind);
  const ownDomains = await loadOwnDomains(db, workspace);
  const read = step.read.map((one) => ({ one, ...readPart(one, { format, ownDomains, at: step.at }) }));
  const given = read.flatMap(({ piece }) => piece ?? []);
  const pieces = [
    ...(await withoutEmpty(db, workspace, found.source, given)),
    ...step.gone.map((id) => gonePiece(id, step.at)),
  ];
  // Both walks meet what is gone, and every look anew; what is not here any more is not taken away again.
  const takenAway = step.gone.length === 0 ? 0 : (await findConversations(db, workspace, found.source, step.gone)).size;
  if (pieces.length > 0) {
    const from = { cameBy: 'connector', sender: String(found.id), source: found.source } as const;
    await receiveArrival({ jobs, outside }, db, workspace, { ...from, format, pieces });
  }
  const told = read.map(
    ({ one: { item }, problems }): ReadProblems => ({
      conversation: item.id,
      isFirstPart: item.part === null,
      problems,
    }),
  );
  await saveConnectionProblems(db, workspace, found.id, [...told, ...step.gone.map(noProblems)]);
  const isPause = step.pauseSeconds !== null;
  const isIdle = step.nextAt !== null && !isPause;
  const looked = isIdle ? await lookAgain(db, workspace, found.source, step.cursor) : step.cursor;
  const isPeopleDue = isIdle && looked.history === null && looked.peopleAt < daysBefore(step.at, 1);
  const cursor = isPeopleDue ? { ...looked, peopleAt: step.at } : looked;
  if (isPeopleDue) {
    // What has just arrived is stored by then.
    const later = { inSeconds: 30 };
    await jobs.sendUnlessWaiting(db, lookAtPeople, { workspaceId: workspace, connectionId: found.id }, later);
  }
  // Who rings while the look is under way may mean what it has passed already.
  const isAnswered = step.beganLook && current.rungAt === found.rungAt;
  const nextAt = isIdle ? lookDueAt(step.cursor, isAnswered ? null : current.rungAt) : step.nextAt;
  await changeConnectionRow(db, workspace, found.id, {
    ...{ cursor, piece: current.piece + 1, state: 'running', failures: 0 },
    reason: isPause ? reasonOf('asked-to-wait') : null,
    gone: current.gone + takenAway,
    ...(step.isUpToDate ? { lastReadAt: step.at } : {}),
    ...(isAnswered ? { rungAt: null } : {}),
    nextAt: isPause || (isIdle && cursor.waiting.length === 0) ? nextAt : new Date(now()).toISOString(),
  });
  return true;
}

const secondsLater = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
const daysBefore = (at: string, days: number): string => new Date(Date.parse(at) - days * 86_400_000).toISOString();

/** A few a minute are ten thousand a day, and no limit of any helpdesk is felt. */
const lookedAtAgain = 6;

/**
 * Not every helpdesk tells what was deleted, and some tell no edits. So after each look at what is new a few stored
 * conversations are fetched once more, all of them in turn.
 */
async function lookAgain(db: Db, workspace: number, source: string, cursor: SyncCursor): Promise<SyncCursor> {
  // A look before its turn is no reason to ask for more than before.
  if (cursor.lookedAgainFor !== '' && cursor.lookAt < secondsLater(cursor.lookedAgainFor, lookEverySeconds))
    return cursor;
  const next = await listStoredAfter(db, workspace, { source, after: cursor.lookedAgainTo, limit: lookedAtAgain });
  const waiting = next.map(({ name }) => ({ id: name, at: '', part: null, walk: 'history' as const }));
  const lookedAgainTo = next.at(-1)?.id ?? 0;
  return { ...cursor, waiting, lookedAgainTo, lookedAgainFor: cursor.lookAt };
}

const noProblems = (conversation: string): ReadProblems => ({ conversation, isFirstPart: true, problems: [] });

function readPart(
  { item, entry, isLive }: ReadPart,
  o: { format: Parameters<typeof readEntry>[1]['format']; ownDomains: readonly string[]; at: string },
): { piece: ArrivedPiece | null; problems: ReadProblems['problems'] } {
  if (entry.value === tooLarge) {
    const problem: IntakeProblem = {
      ...{ code: 'too-large', file: entry.where, line: null, column: null, units: 1 },
      severity: 'refused-unit',
      reason: 'The answer of the source is larger than 32 MB.',
      wayOut: 'Nothing to do; the rest was read.',
    };
    return { piece: null, problems: [problem] };
  }
  const { conversation, messages, hasMessageIds, problems } = readEntry(entry.value, {
    ...{ format: o.format, where: entry.where, ownDomains: o.ownDomains },
    ...(entry.people === undefined ? {} : { people: entry.people }),
  });
  if (conversation === null) return { piece: null, problems };
  const piece = { conversation, messages, hasMessageIds, gone: [] };
  if (isLive) return { piece: { ...piece, saidAt: entry.at ?? o.at }, problems };
  if (entry.at === undefined) return { piece: { ...piece, saidAt: null }, problems };
  // A webhook may tell of it at the same time, or late: it must not undo what was read after it.
  return { piece: { ...piece, saidAt: entry.at, past: item.part === null ? 'beginning' : 'rest' }, problems };
}

/** A rating or a status alone does not make a conversation: it belongs to one that is here, or to none. */
async function withoutEmpty(
  db: Db,
  workspace: number,
  source: string,
  pieces: readonly ArrivedPiece[],
): Promise<ArrivedPiece[]> {
  const bare = pieces.filter(({ messages }) => messages.length === 0).map(({ conversation }) => conversation.id);
  if (bare.length === 0) return [...pieces];
  const here = await findConversations(db, workspace, source, bare);
  return pieces.filter(({ messages, conversation }) => messages.length > 0 || here.has(conversation.id));
}

const gonePiece = (id: string, saidAt: string): ArrivedPiece => ({
  conversation: {
    ...{ id, channel: 'other', subject: '', customer: null, assignee: null, status: null, tags: [], resolved: null },
    ...{ csatRaw: null, csatMax: null, language: null, outcomes: {} },
  },
  ...{ messages: [], hasMessageIds: true, saidAt, gone: 'conversation' },
});
