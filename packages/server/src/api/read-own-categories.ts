/**
 * What the machine says of a team's own categories in one author's part: by the rule, or by the model that learned from
 * the team's reviews. Read when somebody asks, from the words as they are; a model that may be luck says nothing.
 */
import {
  type Category,
  type CategoryRule,
  levelOfScore,
  listCategories,
  type MachineReading,
  type ScorecardContent,
} from '@rapport/contract';
import { chanceMet } from '@rapport/insight';
import {
  authorKey,
  exampleFeatures,
  findRuleMoments,
  type Reading,
  readConversation,
  scoreRuleMoments,
} from '@rapport/qualities';
import { languageOf } from '../detect-language.ts';
import { loadCategoryModel, type StoredCategoryModel } from '../store/category-models.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { findScorecardOf } from '../store/scorecards.ts';

export async function readOwnCategories(
  db: Db,
  workspace: number,
  { conversation, author, versionId, content }: OwnCategoryQuestion,
): Promise<MachineReading[]> {
  const own = listCategories(content).filter(isReadFromWords);
  const [stored] = own.length === 0 ? [] : await loadConversations(db, workspace, [conversation]);
  if (stored === undefined) return [];
  const models = await loadModels(db, workspace, {
    categories: own,
    scorecardId: await findScorecardOf(db, workspace, versionId),
  });
  return readParts(stored, own, models).find((part) => part.author === author)?.readings ?? [];
}

/** By a rule or a model of the team's own; all others are scored already, or only people judge them. */
export const isReadFromWords = ({ kind }: Category): boolean => kind.type === 'rule' || kind.type === 'examples';

/** By id of the category. */
export type OwnModels = ReadonlyMap<string, StoredCategoryModel>;

export async function loadModels(
  db: Db,
  workspace: number,
  { scorecardId, categories }: { scorecardId: string; categories: readonly Category[] },
): Promise<OwnModels> {
  const models = new Map<string, StoredCategoryModel>();
  for (const { id, kind } of categories) {
    if (kind.type !== 'examples') continue;
    models.set(id, await loadCategoryModel(db, workspace, { scorecardId, categoryId: id }));
  }
  return models;
}

/** What the machine says of each agent's part in one conversation. */
export function readParts(
  { conversation, authorIds }: Pick<StoredConversation, 'conversation' | 'authorIds'>,
  categories: readonly Category[],
  models: OwnModels,
): { author: number; readings: MachineReading[] }[] {
  const reading = readConversation(conversation, { languageOf });
  const authors = new Map<number, string>();
  for (const [index, message] of conversation.messages.entries()) {
    const author = authorIds[index];
    if (message.role === 'agent' && author !== undefined && !authors.has(author)) {
      authors.set(author, authorKey(message));
    }
  }
  return [...authors].map(([author, agent]) => ({
    author,
    readings: categories.flatMap((category) => {
      if (category.kind.type === 'rule') return [readByRule(category, category.kind.rule, reading, agent)];
      const known = models.get(category.id);
      return known === undefined ? [] : readByModel(category, known, reading, agent);
    }),
  }));
}

export interface OwnCategoryQuestion {
  conversation: number;
  author: number;
  versionId: number;
  content: ScorecardContent;
}

/** How sure a rule is was never measured, so it is drawn as unsure. */
const unmeasured = 0.5;

function readByRule({ id }: Category, rule: CategoryRule, reading: Reading, agent: string): MachineReading {
  const moments = findRuleMoments(rule, reading, agent);
  const score = scoreRuleMoments(moments);
  const shown = moments.find(({ verdict }) => verdict === 'missed') ?? moments[0];
  const met = moments.filter(({ verdict }) => verdict === 'met').length;
  return {
    ...{ categoryId: id, quality: null, score, verdict: score === null ? null : levelOfScore(score) },
    confidence: unmeasured,
    why: score === null ? 'Nothing called for it.' : `The rule was met in ${met} of ${moments.length} moments.`,
    quote: shown?.response ?? shown?.trigger ?? null,
  };
}

function readByModel(
  { id }: Category,
  { model, answer }: StoredCategoryModel,
  reading: Reading,
  agent: string,
): MachineReading[] {
  const features = exampleFeatures(reading, agent);
  if (model === null || features.length === 0) return [];
  const chance = chanceMet(model, features);
  const score = chance >= 0.5 ? 100 : 0;
  return [
    {
      ...{ categoryId: id, quality: null, score, verdict: levelOfScore(score), quote: null },
      confidence: Math.max(chance, 1 - chance),
      why: `Learned from ${answer.n} reviews of yours: met in ${Math.round(chance * 100)} of 100 like it.`,
    },
  ];
}
