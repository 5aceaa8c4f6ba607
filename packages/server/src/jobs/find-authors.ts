/** Who is who: authors are counted and looked at, and a person is asked before anybody is scored. */
import { acceptProposals } from '../store/author-activity.ts';
import { countAuthors } from '../store/count-authors.ts';
import { changeImport, type ImportWork } from '../store/imports.ts';
import type { Db } from '../store/open-store.ts';
import { noteSaidSpeakers, numberAgents } from '../store/set-author-role.ts';
import { removeSpooled } from './fail-import.ts';
import { goOn, type ImportPayload, importPayload, withImport } from './import-job.ts';
import { declareJob, type JobContext, type JobDeclaration, pieceMilliseconds } from './job.ts';
import { authorsAtOnce, proposeRoles } from './propose-roles.ts';
import { startScoring } from './score-conversations.ts';

export const findAuthors = findAuthorsBy(authorsAtOnce);

/** @param limit how many authors are looked at in one transaction */
export function findAuthorsBy(limit: number): JobDeclaration<ImportPayload> {
  const job = declareJob<ImportPayload>({
    name: 'find-authors',
    payload: importPayload,
    length: 'long',
    place: 'anywhere',
    async handle(context, payload) {
      const { workspaceId, importId } = payload;
      const until = context.now() + pieceMilliseconds;
      let step: Step | null = 'further';
      while (step === 'further') {
        step = await withImport(context, payload, 'reading', async (db, found): Promise<Step> => {
          const { authorsTo } = found.checkpoint;
          if (authorsTo === undefined) {
            await takeStock(db, workspaceId, found);
            return further(db, found, 0);
          }
          const next = await proposeRoles(db, workspaceId, { of: { importId }, page: { after: authorsTo, limit } });
          if (next !== null) return further(db, found, next);
          await ask(context, db, workspaceId, found);
          return 'over';
        });
      }
      if (step !== 'another piece') await removeSpooled(context, importId);

      async function further(db: Db, found: ImportWork, authorsTo: number): Promise<Step> {
        const checkpoint = { ...found.checkpoint, authorsTo };
        const isTime = context.now() >= until;
        if (isTime) await goOn(context, db, workspaceId, { ...found, checkpoint }, job);
        else await changeImport(db, workspaceId, importId, { checkpoint });
        return isTime ? 'another piece' : 'further';
      }
    },
  });
  return job;
}

type Step = 'further' | 'another piece' | 'over';

/** Once, before the first of them is looked at. */
async function takeStock(db: Db, workspaceId: number, { source, said, plan }: ImportWork): Promise<void> {
  await countAuthors(db, workspaceId);
  if (said.speakers ?? said.agents) {
    await noteSaidSpeakers(db, workspaceId, { source, speakers: plan?.speakers ?? [] });
  }
}

async function ask(context: JobContext, db: Db, workspaceId: number, found: ImportWork): Promise<void> {
  await numberAgents(db, workspaceId);
  await changeImport(db, workspaceId, found.id, { state: 'who-is-who', forgetSpoolKey: true });
  if (!found.autoConfirm) return;
  await acceptProposals(db, workspaceId, { importId: found.id });
  await startScoring(context, db, { workspaceId, importId: found.id });
}
