/** Looks for an article for every question that was answered unsurely, and groups those that have none. */
import type { KnowledgeGaps } from '@rapport/contract';
import { findGaps } from '@rapport/insight';
import { z } from 'zod';
import { countAnswering, findFitting, loadTitles } from '../store/articles/find-matches.ts';
import { listUnsureQuestions } from '../store/articles/gap-questions.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { saveTeamAnswer } from '../store/team-answers.ts';
import { declareJob } from './job.ts';

const payload = z.object({ workspaceId: z.int() });

export const findGapsJob = declareJob<z.infer<typeof payload>>({
  name: 'find-gaps',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, scorer }, { workspaceId }) {
    await inWorkspace(store, workspaceId, async (db) => {
      const { version } = await planFocus(db, workspaceId, scorer.version);
      if (version === null) return;
      const answer = await findAnswer(db, workspaceId, version);
      await holdScorerChoice(db, workspaceId);
      const plan = await planFocus(db, workspaceId, scorer.version);
      // Whoever changed the version meanwhile has asked for a focus, and that one asks for this again.
      if (plan.version === version) await saveTeamAnswer(db, workspaceId, { kind: 'gaps', answer });
    });
  },
});

async function findAnswer(db: Db, workspace: number, scorerVersion: string): Promise<KnowledgeGaps> {
  const unsure = await listUnsureQuestions(db, workspace, scorerVersion);
  const counts = await countAnswering(db, workspace);
  const questions = unsure.map(({ quote, language }) => ({ text: quote, language }));
  const fitting = await findFitting(db, workspace, { questions, counts });
  const { unused, ...found } = findGaps(
    unsure.map(({ language: _, ...question }, place) => ({
      question,
      article: fitting[place]?.[0]?.article ?? null,
    })),
  );
  const shown = await loadTitles(
    db,
    workspace,
    unused.map(({ article }) => article),
  );
  return {
    ...{ articles: [...counts.values()].reduce((sum, one) => sum + one, 0), ...found, scorerVersion },
    unused: unused.flatMap(({ article, conversations }) => {
      const title = shown.get(article);
      return title === undefined ? [] : [{ article: { id: String(article), title }, conversations }];
    }),
  };
}
