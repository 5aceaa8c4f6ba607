/**
 * Scores what waits for it, a few seconds at a time. Any number of these run side by side: each takes conversations that
 * nobody else holds, and what it saves for a conversation replaces what was there, so twice is the same as once.
 */
import { z } from 'zod';
import { tellScored } from '../hooks/tell-scored.ts';
import { saveCitations } from '../store/articles/citations.ts';
import { releaseContacts } from '../store/contacts.ts';
import { askForFocus } from '../store/focus.ts';
import { changeImport, lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { listEarlier } from '../store/list-earlier.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { saveScores } from '../store/save-scores.ts';
import { claimForScoring, countScored, countToScore } from '../store/score-queue.ts';
import { declareJob, type JobContext, pieceMilliseconds } from './job.ts';
import { judgeStored } from './judge-stored.ts';
import { refreshFocus } from './refresh-focus.ts';

const payload = z.object({
  workspaceId: z.int(),
  /** Null: everything that no import waits for: scored before and to be scored again, or come by itself. */
  importId: z.int().nullable(),
  /** What comes by itself all day: the answers that rest on all scores are found anew once in a while. */
  live: z.literal(true).exactOptional(),
});
export type ScorePayload = z.infer<typeof payload>;

/** Few enough that their locks are held for a moment only. */
const conversationsAtOnce = 40;
/** The answer rests on everything stored; finding it anew for each conversation that comes would keep a core busy. */
const liveFocusSeconds = 120;
/** As many chains of scoring run side by side, on as many workers as there are. */
const lanes = 4;

export const scoreConversations = declareJob<ScorePayload>({
  name: 'score-conversations',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle(context, payload) {
    const { workspaceId, importId } = payload;
    const until = context.now() + pieceMilliseconds;
    let after = 0;
    while (context.now() < until) {
      const last = await inWorkspace(context.store, workspaceId, async (db) => {
        if (importId !== null && !(await isScoring(db, workspaceId, importId))) return null;
        return scoreSome(context, db, { workspaceId, importId, after });
      });
      if (last === null) {
        await finishScoring(context, payload);
        return;
      }
      after = last;
    }
    await inWorkspace(context.store, workspaceId, (db) => context.jobs.send(db, scoreConversations, payload));
  },
});

/** Who is who is settled: the changed conversations of this import are scored. */
export async function startScoring(
  { jobs }: Pick<JobContext, 'jobs'>,
  db: Db,
  { workspaceId, importId }: ScorePayload,
): Promise<void> {
  if (importId !== null) await changeImport(db, workspaceId, importId, { state: 'scoring', scoringStarted: true });
  for (let lane = 0; lane < lanes; lane++) await jobs.send(db, scoreConversations, { workspaceId, importId });
}

async function isScoring(db: Db, workspace: number, importId: number): Promise<boolean> {
  const found = await db
    .selectFrom('imports')
    .select('state')
    .where('workspace_id', '=', workspace)
    .where('id', '=', importId)
    .executeTakeFirst();
  return found?.state === 'scoring';
}

/** @returns the last conversation id that was scored, or null when none was free */
async function scoreSome(
  context: JobContext,
  db: Db,
  { workspaceId, importId, after }: ScorePayload & { after: number },
): Promise<number | null> {
  const ids = await claimForScoring(db, workspaceId, { importId, after, limit: conversationsAtOnce });
  const last = ids.at(-1);
  if (last === undefined) return null;
  await scoreStored(context, db, workspaceId, ids);
  if (importId !== null) await countScored(db, workspaceId, importId, ids.length);
  return last;
}

/** Scores conversations that the caller holds, and saves what was found; contacts written down by hand are never scored. */
export async function scoreStored(
  { scorer, languageOf }: Pick<JobContext, 'scorer' | 'languageOf'>,
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<void> {
  const contacts = await releaseContacts(db, workspace, ids);
  const said = ids.filter((id) => !contacts.has(id));
  const stored = await loadConversations(db, workspace, said);
  const earlier = await loadEarlier(db, workspace, stored);
  const notServiceOf = await judgeStored(db, workspace, stored);
  const scored = stored.map((one) => {
    const notService = notServiceOf.get(one.id) ?? null;
    // Kept and listed, and nothing is said of anybody in it.
    const read = notService === null ? one.conversation : { ...one.conversation, messages: [] };
    const score = scorer.score(read, { languageOf, earlier: earlier.get(one.id) ?? [] });
    return { stored: one, score, notService };
  });
  await saveScores(db, workspace, scored);
  await saveCitations(db, workspace, ids);
  await tellScored(db, workspace, scored);
}

/** What the same customers wrote about before: some qualities ask whether it was used. */
async function loadEarlier(
  db: Db,
  workspace: number,
  stored: readonly StoredConversation[],
): Promise<Map<number, StoredConversation['conversation'][]>> {
  const pairs = await listEarlier(
    db,
    workspace,
    stored.map(({ id }) => id),
  );
  const loaded = await loadConversations(db, workspace, [...new Set(pairs.map(({ earlierId }) => earlierId))]);
  const byId = new Map(loaded.map((one) => [one.id, one.conversation]));
  const earlier = new Map<number, StoredConversation['conversation'][]>();
  for (const { id, earlierId } of pairs) {
    const conversation = byId.get(earlierId);
    if (conversation !== undefined) earlier.set(id, [...(earlier.get(id) ?? []), conversation]);
  }
  return earlier;
}

/**
 * Whoever sees that nothing waits any more, not even in another's hands, moves the import on; only one can. While
 * something waits in another's hands this lane comes back: that other may be no lane at all (whatever changes a
 * conversation holds it for a moment), or may die.
 */
async function finishScoring(context: JobContext, payload: ScorePayload): Promise<void> {
  const { workspaceId, importId, live } = payload;
  await inWorkspace(context.store, workspaceId, async (db) => {
    if (importId !== null && !(await isScoring(db, workspaceId, importId))) return;
    if ((await countToScore(db, workspaceId, importId)) > 0) {
      await context.jobs.send(db, scoreConversations, payload, '', { inSeconds: 1 });
      return;
    }
    if (importId !== null) {
      const found = await lockImport(db, workspaceId, importId);
      if (found?.state !== 'scoring') return;
      await changeImport(db, workspaceId, importId, { state: 'finding' });
    }
    if (live) {
      const later = { inSeconds: liveFocusSeconds };
      await context.jobs.sendUnlessWaiting(db, refreshFocus, { workspaceId, importId, live }, later);
      return;
    }
    await askForFocus(db, workspaceId);
    await context.jobs.sendUnlessWaiting(db, refreshFocus, { workspaceId, importId });
  });
}
