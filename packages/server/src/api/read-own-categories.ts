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
import { loadConversations } from '../store/load-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { findScorecardOf } from '../store/scorecards.ts';

export async function readOwnCategories(
  db: Db,
  workspace: number,
  { conversation, author, versionId, content }: OwnCategoryQuestion,
): Promise<MachineReading[]> {
  const own = listCategories(content).filter(({ kind }) => kind.type === 'rule' || kind.type === 'examples');
  const [stored] = own.length === 0 ? [] : await loadConversations(db, workspace, [conversation]);
  const at = stored?.conversation.messages.findIndex(
    ({ role }, index) => role === 'agent' && stored.authorIds[index] === author,
  );
  const message = stored?.conversation.messages[at ?? -1];
  if (stored === undefined || message === undefined) return [];
  const reading = readConversation(stored.conversation, { languageOf });
  const agent = authorKey(message);
  const scorecardId = await findScorecardOf(db, workspace, versionId);
  const readings: MachineReading[] = [];
  for (const category of own) {
    if (category.kind.type === 'rule') readings.push(readByRule(category, category.kind.rule, reading, agent));
    else {
      const known = await loadCategoryModel(db, workspace, { scorecardId, categoryId: category.id });
      readings.push(...readByModel(category, known, reading, agent));
    }
  }
  return readings;
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
