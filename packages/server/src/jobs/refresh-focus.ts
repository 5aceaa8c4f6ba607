/** Finds the answer to "what should we work on first" anew, unless nothing it rests on has changed. */
import { createHash } from 'node:crypto';
import type { Focus } from '@rapport/contract';
import type { FocusInput } from '@rapport/insight';
import { z } from 'zod';
import { endAsking, loadAskedAt, loadLatestFingerprint, saveFocus } from '../store/focus.ts';
import { listNotScored, loadFocusInput } from '../store/focus-facts.ts';
import { tellHooks } from '../store/hooks.ts';
import { changeImport, lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { noteFor } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import { refreshStatistics } from '../store/refresh-statistics.ts';
import { changeRescore } from '../store/rescores.ts';
import { holdScorerChoice, planFocus, readFocusFrom } from '../store/scorer-versions.ts';
import { refreshWroteAgain } from '../store/wrote-again.ts';
import { declareJob } from './job.ts';
import { refreshDrivers } from './refresh-drivers.ts';

const payload = z.object({
  workspaceId: z.int(),
  /** The import that waits for the answer, or null. */
  importId: z.int().nullable(),
  /** Asked for by what came by itself: apart from wishes that are in a hurry. */
  live: z.literal(true).exactOptional(),
});

/** Nothing in today's analysis draws at random; the seed is fixed so that an answer can be made again. */
const seed = 1;

export const refreshFocus = declareJob<z.infer<typeof payload>>({
  name: 'refresh-focus',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs, findFocus, scorer }, { workspaceId, importId }) {
    await refreshStatistics(store, ['conversations', 'assessments', 'scores', 'moments', 'signals', 'care_steps']);
    const askedAt = await inWorkspace(store, workspaceId, (db) => loadAskedAt(db, workspaceId));
    await inWorkspace(store, workspaceId, (db) => refreshWroteAgain(db, workspaceId));
    // One snapshot: what is scored meanwhile, perhaps by another version, is in none of its parts.
    const read = await inWorkspace(
      store,
      workspaceId,
      async (db) => {
        const { version } = await planFocus(db, workspaceId, scorer.version);
        if (version === null) return null;
        const input = await loadFocusInput(db, workspaceId, { seed, scorerVersion: version, sees: null });
        return { version, input, known: await loadLatestFingerprint(db, workspaceId) };
      },
      'repeatable read',
    );
    const found = read === null ? null : find(read);
    await inWorkspace(store, workspaceId, async (db) => {
      if (found !== null) await saveUnlessOvertaken(db, workspaceId, { found, current: scorer.version });
      await endAsking(db, workspaceId, askedAt);
      if (importId !== null) await finishImport(db, workspaceId, importId);
      await jobs.sendUnlessWaiting(db, refreshDrivers, { workspaceId });
    });

    function find({ version, input, known }: NonNullable<typeof read>): Found {
      const fingerprint = fingerprintOf(input);
      return { version, fingerprint, answer: fingerprint === known ? null : findFocus(input) };
    }
  },
});

interface Found {
  version: string;
  fingerprint: string;
  /** Null: nothing has changed since the last answer. */
  answer: Focus | null;
}

/**
 * The answer, the version it was read from and the end of the rescore that made it become true together. An answer from
 * a version that the focus is no longer read from is thrown away: whoever changed that has asked for a new one.
 */
async function saveUnlessOvertaken(
  db: Db,
  workspace: number,
  { found: { version, fingerprint, answer }, current }: { found: Found; current: string },
): Promise<void> {
  await holdScorerChoice(db, workspace);
  const plan = await planFocus(db, workspace, current);
  if (plan.version !== null && plan.version !== version) return;
  if (answer !== null) await saveFocus(db, workspace, { answer, fingerprint });
  await readFocusFrom(db, workspace, version);
  if (plan.closes !== null) await changeRescore(db, workspace, plan.closes.id, { state: 'done' });
}

const fingerprintOf = (input: FocusInput): string => createHash('sha256').update(JSON.stringify(input)).digest('hex');

async function finishImport(db: Db, workspace: number, importId: number): Promise<void> {
  const found = await lockImport(db, workspace, importId);
  if (found?.state !== 'finding') return;
  const notScored = await listNotScored(db, workspace, { importId, sees: null });
  await changeImport(db, workspace, importId, { state: 'done', finished: true, notScored });
  await tellHooks(db, workspace, 'import.done', { importId: String(importId) });
  await noteFor(db, workspace, { kind: 'import-done', object: String(importId), readers: 'admins' });
}
