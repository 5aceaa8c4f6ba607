/** Finds the answer to "what should we work on first" anew, unless nothing it rests on has changed. */
import { createHash } from 'node:crypto';
import { type FocusInput, findWroteAgain } from '@rapport/insight';
import { scorerVersion } from '@rapport/qualities';
import { z } from 'zod';
import { endAsking, loadAskedAt, loadLatestFingerprint, saveFocus } from '../store/focus.ts';
import { listNotScored, loadFocusInput } from '../store/focus-facts.ts';
import { changeImport, lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { refreshStatistics } from '../store/refresh-statistics.ts';
import { listSpans, saveWroteAgain } from '../store/wrote-again.ts';
import { declareJob } from './job.ts';

const payload = z.object({
  workspaceId: z.int(),
  /** The import that waits for the answer, or null. */
  importId: z.int().nullable(),
});

/** Nothing in today's analysis draws at random; the seed is fixed so that an answer can be made again. */
const seed = 1;

export const refreshFocus = declareJob<z.infer<typeof payload>>({
  name: 'refresh-focus',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, findFocus }, { workspaceId, importId }) {
    await refreshStatistics(store, ['conversations', 'assessments', 'scores', 'moments', 'signals', 'care_steps']);
    const askedAt = await inWorkspace(store, workspaceId, (db) => loadAskedAt(db, workspaceId));
    await inWorkspace(store, workspaceId, async (db) => {
      await saveWroteAgain(db, workspaceId, findWroteAgain(await listSpans(db, workspaceId)));
    });
    const { input, known } = await inWorkspace(store, workspaceId, async (db) => ({
      input: await loadFocusInput(db, workspaceId, { seed, scorerVersion }),
      known: await loadLatestFingerprint(db, workspaceId),
    }));
    const fingerprint = fingerprintOf(input);
    const answer = fingerprint === known ? null : findFocus(input);
    await inWorkspace(store, workspaceId, async (db) => {
      if (answer !== null) await saveFocus(db, workspaceId, { answer, fingerprint });
      await endAsking(db, workspaceId, askedAt);
      if (importId !== null) await finishImport(db, workspaceId, importId);
    });
  },
});

/** Piece by piece: as one text it would be the largest thing in memory. */
function fingerprintOf({ conversations, ...rest }: FocusInput): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const one of conversations) hash.update(JSON.stringify(one));
  return hash.digest('hex');
}

async function finishImport(db: Db, workspace: number, importId: number): Promise<void> {
  const found = await lockImport(db, workspace, importId);
  if (found?.state !== 'finding') return;
  const notScored = await listNotScored(db, workspace, importId);
  await changeImport(db, workspace, importId, { state: 'done', finished: true, notScored });
}
