/** Random reviews and single moments as the drivers analysis reads them: 1–5 per quality, with reviewer and chance. */
import {
  listCategories,
  type QualityId,
  qualityIds,
  reviewContent,
  scorecardContent,
  scoreRating,
  type Verdict,
} from '@rapport/contract';
import type { ScoredReview } from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';

/** By conversation and author. A whole review comes before single moments of the same service. */
export type DriverReviews = ReadonlyMap<string, ScoredReview>;

export const reviewKey = (conversation: number, author: number): string => `${conversation} ${author}`;

export async function listDriverReviews(db: Db, workspace: number): Promise<DriverReviews> {
  const found = new Map<string, ScoredReview>();
  for (const moment of await listMoments(db, workspace)) {
    const key = reviewKey(moment.conversation, moment.author);
    const known = found.get(key);
    found.set(key, {
      ...(known ?? { drawn: 'random', probability: moment.probability, reviewer: moment.reviewer, second: null }),
      ratings: qualityIds.map((quality, place) =>
        quality === moment.quality ? ratingOfVerdict[moment.verdict] : (known?.ratings[place] ?? null),
      ),
    });
  }
  for (const review of await listReviews(db, workspace)) {
    const { reviewer, probability } = review;
    found.set(reviewKey(review.conversation, review.author), {
      ...{ drawn: 'random', probability, reviewer, second: null },
      ratings: ratingsOf(review.content, review.scorecard),
    });
  }
  return found;
}

const ratingOfVerdict: Record<Verdict, number> = { missed: 1, partly: 3, met: 5 };

interface MomentRow {
  conversation: number;
  author: number;
  quality: QualityId;
  verdict: Verdict;
  probability: number;
  reviewer: string;
}

async function listMoments(db: Db, workspace: number): Promise<MomentRow[]> {
  const { rows } = await sql<MomentRow>`
    SELECT DISTINCT ON (k.conversation_id, k.author_id, k.quality) k.conversation_id AS conversation,
      k.author_id AS author, k.quality, k.human_verdict AS verdict, k.drawn_probability AS probability,
      d.drawn_by AS reviewer
    FROM check_cards k JOIN check_decks d ON d.workspace_id = k.workspace_id AND d.id = k.deck_id
    WHERE k.workspace_id = ${workspace} AND k.human_verdict IN ('met', 'partly', 'missed')
    ORDER BY k.conversation_id, k.author_id, k.quality, k.answered_at, k.deck_id`.execute(db);
  return rows;
}

interface ReviewRow {
  conversation: number;
  author: number;
  reviewer: string;
  probability: number;
  content: unknown;
  scorecard: unknown;
}

/** The first of two on the same service; a dispute that is not decided keeps a review out. */
async function listReviews(db: Db, workspace: number): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    SELECT DISTINCT ON (r.conversation_id, r.author_id) r.conversation_id AS conversation, r.author_id AS author,
      r.reviewer_id AS reviewer, r.probability, r.content, v.content AS scorecard
    FROM reviews r
    JOIN scorecard_versions v ON v.workspace_id = r.workspace_id AND v.id = r.scorecard_version_id
    WHERE r.workspace_id = ${workspace} AND r.state = 'finished' AND r.drawn = 'random'
    ORDER BY r.conversation_id, r.author_id, r.finished_at, r.id`.execute(db);
  return rows;
}

function ratingsOf(content: unknown, scorecard: unknown): (number | null)[] {
  const { ratings } = reviewContent.parse(content);
  const categories = listCategories(scorecardContent.parse(scorecard));
  return qualityIds.map((quality) => {
    const category = categories.find(({ kind }) => kind.type === 'quality' && kind.quality === quality);
    const chosen = ratings.find(({ categoryId }) => categoryId === category?.id)?.chosen ?? null;
    return category === undefined || chosen === null ? null : 1 + (4 * scoreRating(category, chosen)) / 100;
  });
}

/** Agents' parts in conversations that a person judged by chance: whole, or a moment of. */
export async function countJudged(db: Db, workspace: number, sees: Sees): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (
      SELECT conversation_id, author_id FROM reviews
      WHERE workspace_id = ${workspace} AND state = 'finished' AND drawn = 'random'
        AND ${authorSeen(sees, sql`author_id`)}
      UNION
      SELECT conversation_id, author_id FROM check_cards
      WHERE workspace_id = ${workspace} AND human_verdict IN ('met', 'partly', 'missed')
        AND ${authorSeen(sees, sql`author_id`)}
    ) judged`.execute(db);
  return rows[0]?.n ?? 0;
}
