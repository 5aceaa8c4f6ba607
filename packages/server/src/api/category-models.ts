import { getCategoryModel, learnCategory as learnEndpoint, nothingLearned, RapportError } from '@rapport/contract';
import { learnCategory } from '../jobs/learn-category.ts';
import { findCategory, loadCategoryModel, saveCategoryModel } from '../store/category-models.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveCategoryModels(api: Api, parts: AppParts): void {
  serve(api, getCategoryModel, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const card = await loadScorecard(db, workspace, params.scorecardId);
      if (findCategory(card, params.categoryId) === null) throw noSuchCategory();
      return (await loadCategoryModel(db, workspace, params)).answer;
    }),
  );

  serve(api, learnEndpoint, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const card = await loadScorecard(db, workspace, params.scorecardId);
      if (findCategory(card, params.categoryId) === null) throw noSuchCategory();
      const known = await loadCategoryModel(db, workspace, params);
      const answer = { ...known.answer, state: 'learning' as const };
      // What was learned before goes on judging until the new one is there.
      const now = parts.now();
      await saveCategoryModel(db, workspace, params, {
        ...{ answer, model: known.model, fingerprint: '', scorerVersion: known.scorerVersion, now },
      });
      await parts.jobs.sendUnlessWaiting(db, learnCategory, { workspaceId: workspace, ...params });
      return known.answer.learnedAt === null ? { ...nothingLearned, state: 'learning' } : answer;
    }),
  );
}

const noSuchCategory = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such scorecard, version or draft.',
    wayOut: 'Go back to the list of scorecards.',
  });
