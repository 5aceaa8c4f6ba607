import { forgetAnswers } from '../store/forget-answers.ts';
import type { Db } from '../store/open-store.ts';
import type { JobContext } from './job.ts';
import { learnCategory } from './learn-category.ts';
import { refreshFocus } from './refresh-focus.ts';

/** Conversations went: what was found in them goes with them, and is found again in those that are left. */
export async function findAnswersAnew({ jobs }: Pick<JobContext, 'jobs'>, db: Db, workspaceId: number): Promise<void> {
  const learned = await forgetAnswers(db, workspaceId);
  for (const one of learned) await jobs.sendUnlessWaiting(db, learnCategory, { workspaceId, ...one });
  await jobs.sendUnlessWaiting(db, refreshFocus, { workspaceId, importId: null });
}
