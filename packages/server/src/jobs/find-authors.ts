/** Who is who: authors are counted and looked at, and a person is asked before anybody is scored. */
import { findAuthorHints } from '@rapport/intake';
import { acceptProposals, loadAuthorActivity, saveProposals } from '../store/author-activity.ts';
import { countAuthors } from '../store/count-authors.ts';
import { changeImport } from '../store/imports.ts';
import { noteSaidSpeakers, numberAgents } from '../store/set-author-role.ts';
import { removeSpooled } from './fail-import.ts';
import { type ImportPayload, importPayload, withImport } from './import-job.ts';
import { declareJob } from './job.ts';
import { startScoring } from './score-conversations.ts';

export const findAuthors = declareJob<ImportPayload>({
  name: 'find-authors',
  payload: importPayload,
  length: 'long',
  place: 'anywhere',
  async handle(context, payload) {
    const { workspaceId, importId } = payload;
    await withImport(context, payload, 'reading', async (db, found) => {
      await countAuthors(db, workspaceId);
      const { source, said, plan } = found;
      if (said.speakers ?? said.agents) {
        await noteSaidSpeakers(db, workspaceId, { source, speakers: plan?.speakers ?? [] });
      }
      const activity = await loadAuthorActivity(db, workspaceId, { importId });
      await saveProposals(db, workspaceId, findAuthorHints(activity));
      await numberAgents(db, workspaceId);
      await changeImport(db, workspaceId, importId, { state: 'who-is-who', forgetSpoolKey: true });
      if (!found.autoConfirm) return;
      await acceptProposals(db, workspaceId, { importId });
      await startScoring(context, db, { workspaceId, importId });
    });
    await removeSpooled(context, importId);
  },
});
