/** What was learned of categories from a team's own reviews, and the reviews it is learned from. */
import {
  type Category,
  type CategoryModelAnswer,
  categoryModelAnswer,
  listCategories,
  nothingLearned,
  reviewContent,
  type Scorecard,
  scoreRating,
} from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

/** One agent's part in a conversation that is here, as people rated it: 0–100, the mean where several did. */
export interface ReviewedPart {
  conversationId: number;
  authorId: number;
  score: number;
}

/** The newest form of a category, in a draft too; null where no version has it. */
export const findCategory = (card: Scorecard, categoryId: string): Category | null =>
  card.versions.flatMap(({ content }) => listCategories(content)).find(({ id }) => id === categoryId) ?? null;

/**
 * Every rating of a category: past reviews that carry its name, and finished reviews with any version of the scorecard. A
 * revised review is no longer what anybody says, so it is left out.
 */
export async function listReviewedParts(
  db: Db,
  workspace: number,
  { scorecardId, category }: { scorecardId: string; category: Pick<Category, 'id' | 'name'> },
): Promise<ReviewedPart[]> {
  const { rows: past } = await sql<ReviewedPart>`
    SELECT p.conversation_id AS "conversationId", p.author_id AS "authorId", p.score
    FROM past_reviews p
    WHERE p.workspace_id = ${workspace} AND lower(p.category) = lower(${category.name})
      AND p.conversation_id IS NOT NULL AND p.author_id IS NOT NULL AND p.score IS NOT NULL`.execute(db);
  const { rows: reviews } = await sql<{ conversationId: number; authorId: number; ratings: unknown; content: unknown }>`
    SELECT r.conversation_id AS "conversationId", r.author_id AS "authorId", r.content AS ratings, v.content
    FROM reviews r
    JOIN scorecard_versions v ON v.workspace_id = ${workspace} AND v.id = r.scorecard_version_id
      AND v.scorecard_id = ${numberOf(scorecardId)}
    WHERE r.workspace_id = ${workspace} AND r.state = 'finished'`.execute(db);
  const own = reviews.flatMap(({ conversationId, authorId, ratings, content }) => {
    const chosen = reviewContent.parse(ratings).ratings.find(({ categoryId }) => categoryId === category.id)?.chosen;
    const rated = versionContent.parse(content).groups.flatMap(({ categories }) => categories);
    const scale = rated.find(({ id }) => id === category.id);
    if (chosen === undefined || chosen === null || scale === undefined) return [];
    return [{ conversationId, authorId, score: scoreRating(scale, chosen) }];
  });
  return joinParts([...past, ...own]);
}

/** Of a version only what a score needs. */
const versionContent = z.object({
  groups: z.array(
    z.object({
      categories: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          scale: z.object({
            points: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
            labels: z.array(z.string()),
          }),
        }),
      ),
    }),
  ),
});

function joinParts(parts: readonly ReviewedPart[]): ReviewedPart[] {
  const scores = new Map<string, { part: ReviewedPart; scores: number[] }>();
  for (const part of parts) {
    const key = `${part.conversationId} ${part.authorId}`;
    const known = scores.get(key);
    if (known === undefined) scores.set(key, { part, scores: [part.score] });
    else known.scores.push(part.score);
  }
  return [...scores.values()]
    .map(({ part, scores: all }) => ({ ...part, score: all.reduce((sum, one) => sum + one, 0) / all.length }))
    .sort((a, b) => a.conversationId - b.conversationId || a.authorId - b.authorId);
}

export interface StoredCategoryModel {
  answer: CategoryModelAnswer;
  model: { bias: number; weights: number[] } | null;
  scorerVersion: string;
}

const storedModel = z.object({ bias: z.number(), weights: z.array(z.number()) });

export async function loadCategoryModel(
  db: Db,
  workspace: number,
  { scorecardId, categoryId }: { scorecardId: string; categoryId: string },
): Promise<StoredCategoryModel> {
  const row = await db
    .selectFrom('category_models')
    .select(['answer', 'model', 'scorer_version'])
    .where('workspace_id', '=', workspace)
    .where('scorecard_id', '=', numberOf(scorecardId))
    .where('category_id', '=', categoryId)
    .executeTakeFirst();
  if (row === undefined) return { answer: nothingLearned, model: null, scorerVersion: '' };
  return {
    answer: categoryModelAnswer.parse(row.answer),
    model: row.model === null ? null : storedModel.parse(row.model),
    scorerVersion: row.scorer_version,
  };
}

/** Takes the place of what was learned before. */
export async function saveCategoryModel(
  db: Db,
  workspace: number,
  of: { scorecardId: string; categoryId: string },
  learned: StoredCategoryModel & { fingerprint: string; now: Date },
): Promise<void> {
  const { answer, model, fingerprint, scorerVersion, now } = learned;
  const values = {
    ...{ answer: JSON.stringify(answer), model: model === null ? null : JSON.stringify(model), fingerprint },
    ...{ seed: answer.seed, scorer_version: scorerVersion, trained_at: now },
  };
  await db
    .insertInto('category_models')
    .values({
      ...{ workspace_id: workspace, scorecard_id: numberOf(of.scorecardId), category_id: of.categoryId },
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'scorecard_id', 'category_id']).doUpdateSet(values))
    .execute();
}
