/** What people make of a scorecard's categories, and what a draft would make of the team's score. Nothing is stored. */
import {
  type Category,
  conditionHolds,
  findPublished,
  getScorecardAgreement,
  listCategories,
  previewScorecard,
  type Scorecard,
  type ScorecardContent,
  scoreRating,
  weighCategories,
} from '@rapport/contract';
import { estimateAqs, estimatePeopleAgreement, estimateShift, type PastRating } from '@rapport/insight';
import { listComparedReadings, listSharedReviews } from '../store/calibration/shared-reviews.ts';
import { drawScored } from '../store/draw-scored.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { listPastRatings } from '../store/past-reviews.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { listScoredParts, type ScoredPart } from '../store/scored-parts.ts';
import { isSeen, type Sees } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { isReadFromWords, loadModels, type OwnModels, readParts } from './read-own-categories.ts';
import { type Api, serve } from './serve.ts';

/** Of the resamples behind the ranges; fixed, so that the same reviews give the same range. */
const resampleSeed = 1;

export function serveScorecardPreviews(api: Api, parts: AppParts): void {
  serve(api, getScorecardAgreement, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const card = await loadScorecard(db, workspace, params.scorecardId);
      const ratings = await listTwiceRated(db, workspace, { card, sees: person.sees });
      return {
        categories: [...ratings].map(([categoryId, own]) => ({
          categoryId,
          agreement: estimatePeopleAgreement(own, resampleSeed),
          raters: new Set(own.map(({ reviewer }) => reviewer)).size,
        })),
      };
    }),
  );

  serve(api, previewScorecard, async ({ params, body: { content, count, seed: given } }, person) => {
    const seed = given ?? parts.createSeeded().seed;
    const { sees } = person;
    const found = await ask(parts, person, async (db, workspace) => {
      const card = await loadScorecard(db, workspace, params.scorecardId);
      const { ids, of } = await drawScored(db, workspace, { count, seed, sees });
      const published = findPublished(card)?.content ?? null;
      const own = [content, ...(published === null ? [] : [published])].flatMap(listCategories).filter(isReadFromWords);
      return {
        published,
        of,
        read: ids.length,
        parts: await listScoredParts(db, workspace, { conversations: ids, sees }),
        stored: own.length === 0 ? [] : await loadConversations(db, workspace, ids),
        models: await loadModels(db, workspace, { scorecardId: card.id, categories: own }),
      };
    });
    const wordsOf = async (card: ScorecardContent) => readWords(found, listCategories(card).filter(isReadFromWords));
    const { published } = found;
    const byDraft = scoreParts(content, found.parts, await wordsOf(content));
    const byPublished = published === null ? null : scoreParts(published, found.parts, await wordsOf(published));
    const both = byDraft.flatMap(({ agent, score: after }, at) => {
      const before = byPublished?.[at]?.score ?? null;
      return before === null || after === null ? [] : [{ agent, before, after }];
    });
    return {
      ...{ read: found.read, of: found.of, seed, parts: byDraft.filter(({ score }) => score !== null).length },
      published: byPublished === null ? null : estimateAqs(byPublished),
      draft: estimateAqs(byDraft),
      difference: byPublished === null ? null : estimateShift(both),
      peopleOnly: listCategories(content).flatMap(({ kind, name }) =>
        kind.type === 'own' || kind.type === 'prompt' ? [name] : [],
      ),
    };
  });
}

/** Ratings by category of service that people rated blind: reviews and calibrations here, and past reviews of its name. */
async function listTwiceRated(
  db: Db,
  workspace: number,
  { card, sees }: { card: Scorecard; sees: Sees },
): Promise<Map<string, Omit<PastRating, 'category' | 'machine'>[]>> {
  const newest = card.versions.find(({ state }) => state !== 'archived') ?? card.versions[0];
  const categories = newest === undefined ? [] : listCategories(newest.content);
  const versions = new Map(card.versions.map(({ id, content }) => [Number(id), listCategories(content)]));
  const reviews = [
    ...(await listSharedReviews(db, workspace, sees)),
    ...(await listComparedReadings(db, workspace, sees)),
  ];
  const past = (await listPastRatings(db, workspace)).filter(
    ({ authorId, reviewer }) => reviewer !== '' && (sees === null || (authorId !== null && isSeen(sees, authorId))),
  );
  return new Map(
    categories.map(({ id, name }) => [
      id,
      [
        ...reviews.flatMap(({ conversation, author, reviewer, versionId, content }) => {
          const chosen = content.ratings.find(({ categoryId }) => categoryId === id)?.chosen;
          const category = versions.get(versionId)?.find((one) => one.id === id);
          return typeof chosen !== 'number' || category === undefined
            ? []
            : [{ item: `${conversation} ${author}`, reviewer, score: scoreRating(category, chosen) }];
        }),
        ...past
          .filter(({ category }) => category.trim().toLowerCase() === name.trim().toLowerCase())
          .map(({ conversationRef, reviewee, reviewer, score }) => ({
            ...{ item: JSON.stringify([conversationRef, reviewee]), reviewer: `past: ${reviewer}`, score },
          })),
      ],
    ]),
  );
}

type WordScores = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/** What rules and models of the team's own say, by part and category; a breath between two conversations. */
async function readWords(
  { stored, models }: { stored: readonly StoredConversation[]; models: OwnModels },
  categories: readonly Category[],
): Promise<WordScores> {
  const found = new Map<string, ReadonlyMap<string, number | null>>();
  if (categories.length === 0) return found;
  for (const one of stored) {
    for (const { author, readings } of readParts(one, categories, models)) {
      found.set(partName(one.id, author), new Map(readings.map(({ categoryId, score }) => [categoryId, score])));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

const partName = (conversation: number, agent: number): string => `${conversation} ${agent}`;

/** The machine's score of each part by one scorecard, in the order of the parts. */
function scoreParts(
  content: ScorecardContent,
  scored: readonly ScoredPart[],
  words: WordScores,
): { agent: number; score: number | null }[] {
  return scored.map(({ conversation, agent, facts, scores }) => {
    const read = words.get(partName(conversation, agent));
    const known = new Map<string, number | null>();
    for (const { id, kind, condition } of listCategories(content)) {
      const score = kind.type === 'quality' ? scores[kind.quality] : read?.get(id);
      if (score !== undefined && conditionHolds(condition, facts)) known.set(id, score);
    }
    return { agent, score: weighCategories(content, known).score };
  });
}
