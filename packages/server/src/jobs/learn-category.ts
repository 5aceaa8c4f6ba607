/** Learns one category from the team's own reviews; run again it gives the same model from the same reviews. */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type CategoryModelAnswer, nothingLearned } from '@rapport/contract';
import { type CategoryModel, type ExampleRow, type LearnedCategory, learnCategory as learn } from '@rapport/insight';
import { actOfFeature, authorKey, exampleFeatureCount, exampleFeatures, readConversation } from '@rapport/qualities';
import { z } from 'zod';
import { findCategory, listReviewedParts, type ReviewedPart, saveCategoryModel } from '../store/category-models.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import { findConversations } from '../store/past-reviews.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { declareJob, type JobContext } from './job.ts';

const payload = z.object({ workspaceId: z.int(), scorecardId: z.string(), categoryId: z.string() });

/** Of the cut into parts; fixed, so that the same reviews give the same answer. */
const seed = 1;
/** The newest ones; more would change little and take long. */
const mostParts = 2000;
const atOnce = 50;
/** Three quarters of the scale: met of three points, 4 of 5. */
const metFrom = 75;

export const learnCategory = declareJob<z.infer<typeof payload>>({
  name: 'learn-category',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId, ...of }) {
    const { store, scorer } = context;
    const parts = await inWorkspace(store, workspaceId, async (db) => {
      await findConversations(db, workspaceId);
      const category = findCategory(await loadScorecard(db, workspaceId, of.scorecardId), of.categoryId);
      // Gone from every version meanwhile: there is nothing to learn.
      if (category === null) return [];
      const found = await listReviewedParts(db, workspaceId, { scorecardId: of.scorecardId, category });
      return found.slice(-mostParts);
    });
    const rows: ExampleRow[] = [];
    for (let at = 0; at < parts.length; at += atOnce) {
      rows.push(...(await readParts(context, workspaceId, parts.slice(at, at + atOnce))));
    }
    await breathe();
    const learned = learn({ rows, size: exampleFeatureCount, seed });
    const model = learned.state === 'ready' ? learned.model : null;
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([parts, scorer.version]))
      .digest('hex');
    const now = new Date(context.now());
    await inWorkspace(store, workspaceId, (db) =>
      saveCategoryModel(db, workspaceId, of, {
        ...{ answer: describe(learned, now), model, fingerprint, scorerVersion: scorer.version, now },
      }),
    );
  },
});

async function readParts(
  { store, languageOf }: Pick<JobContext, 'store' | 'languageOf'>,
  workspace: number,
  parts: readonly ReviewedPart[],
): Promise<ExampleRow[]> {
  const ids = [...new Set(parts.map(({ conversationId }) => conversationId))];
  const stored = await inWorkspace(store, workspace, (db) => loadConversations(db, workspace, ids));
  const rows: ExampleRow[] = [];
  for (const one of stored) {
    const reading = readConversation(one.conversation, { languageOf });
    for (const { conversationId, authorId, score } of parts) {
      const agent = conversationId === one.id ? keyOf(one, authorId) : null;
      const features = agent === null ? [] : exampleFeatures(reading, agent);
      if (features.length > 0) rows.push({ features, met: score >= metFrom, conversation: String(one.id) });
    }
    await breathe();
  }
  return rows;
}

/** The name by which a reading knows an author; null where they wrote nothing as an agent. */
function keyOf({ conversation, authorIds }: StoredConversation, authorId: number): string | null {
  const message = conversation.messages.find(({ role }, at) => role === 'agent' && authorIds[at] === authorId);
  return message === undefined ? null : authorKey(message);
}

function describe(learned: LearnedCategory, now: Date): CategoryModelAnswer {
  const { state, n, met } = learned;
  const counted = { ...nothingLearned, state, n, met, missed: n - met, seed, learnedAt: now.toISOString() };
  if (learned.state === 'too-few') return counted;
  const { accuracy, kappa, commoner, model } = learned;
  return { ...counted, accuracy, kappa, commoner, signs: findSigns(model) };
}

const mostSigns = 6;
/** A weight nearer to nothing is not worth a word. */
const leastWeight = 0.15;

function findSigns({ weights }: CategoryModel): CategoryModelAnswer['signs'] {
  return weights
    .flatMap((weight, position) => {
      const act = actOfFeature(position);
      return act === null || Math.abs(weight) < leastWeight ? [] : [{ ...act, weight }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostSigns)
    .map(({ weight, ...act }) => ({ ...act, towards: weight > 0 ? 'met' : 'missed' }));
}
