/** A scorecard: the categories a review rates, in versions that never change once they are published. */
import { z } from 'zod';
import { type QualityId, qualityIds, qualityWords } from './quality.ts';
import { type Category, category, scaleOf } from './scorecard-category.ts';

export const scorecardContent = z
  .object({
    groups: z
      .array(
        z.object({
          id: z.string().min(1).max(60),
          name: z.string().max(80),
          categories: z.array(category).max(60),
        }),
      )
      .max(20),
  })
  .describe('What is rated, in the order in which it is read');
export type ScorecardContent = z.infer<typeof scorecardContent>;
export type CategoryGroup = ScorecardContent['groups'][number];

export const scorecardVersionStates = ['draft', 'published', 'archived'] as const;
export const scorecardVersion = z.object({
  id: z.string(),
  number: z.int().min(1),
  state: z.enum(scorecardVersionStates).describe('Only a draft can change; a published one is archived by the next'),
  content: scorecardContent,
  note: z.string().describe('What changes with it, in a sentence of whoever published it'),
  revision: z.int().describe('Counts the saves of a draft, so that two people cannot overwrite each other unseen'),
  savedAt: z.iso.datetime(),
  savedBy: z.string().describe('Name of who saved it last'),
  publishedAt: z.iso.datetime().nullable(),
});
export type ScorecardVersion = z.infer<typeof scorecardVersion>;

export const scorecard = z.object({
  id: z.string(),
  name: z.string(),
  archived: z.boolean(),
  versions: z.array(scorecardVersion).describe('Newest first; drafts are listed for who may change them'),
});
export type Scorecard = z.infer<typeof scorecard>;

export const rating = z.object({
  categoryId: z.string(),
  chosen: z.int().min(1).max(5).nullable().describe('Point of the scale, from 1; null: not applicable'),
});
export type Rating = z.infer<typeof rating>;

export const listCategories = (content: ScorecardContent): Category[] =>
  content.groups.flatMap(({ categories }) => categories);

export const findDraft = (card: Scorecard): ScorecardVersion | undefined =>
  card.versions.find(({ state }) => state === 'draft');

export const findPublished = (card: Scorecard): ScorecardVersion | undefined =>
  card.versions.find(({ state }) => state === 'published');

/** A category for one of the fourteen qualities, as a new scorecard has it. */
export function categoryOfQuality(quality: QualityId): Category {
  const { name, phrase, openedBy, alwaysCalledFor } = qualityWords[quality];
  return {
    ...emptyCategory(quality),
    name,
    said: `Does the agent’s service show it: ${phrase}?`,
    kind: { type: 'quality', quality },
    naWhen: alwaysCalledFor ? '' : `nothing calls for it; what would: ${openedBy}`,
  };
}

/** A category that only people judge, before anybody has named it. */
export function emptyCategory(id: string): Category {
  return {
    ...{ id, name: '', said: '', kind: { type: 'own' }, scale: scaleOf(3), weight: 1, critical: null },
    ...{ allowNa: true, naWhen: '', rootCauses: [], guidance: [], examples: { met: [], missed: [] } },
    condition: { channels: [], tags: [], signals: [] },
  };
}

/** The scorecard every team starts from: the fourteen qualities, each of weight 1. */
export const defaultScorecardContent = (): ScorecardContent => ({
  groups: [{ id: 'qualities', name: 'Qualities', categories: qualityIds.map(categoryOfQuality) }],
});

export interface ScorecardProblem {
  /** Null: of the whole scorecard. */
  categoryId: string | null;
  sentence: string;
}

/** What stands in the way of publishing, in plain sentences; a draft may have any of it. */
export function findScorecardProblems(content: ScorecardContent): ScorecardProblem[] {
  const categories = listCategories(content);
  const problems: ScorecardProblem[] = [];
  const tell = (categoryId: string | null, sentence: string) => problems.push({ categoryId, sentence });
  if (categories.length === 0) tell(null, 'Nothing is rated yet: turn on a quality or add a category.');
  const groupIds = content.groups.map(({ id }) => id);
  if (new Set(groupIds).size < groupIds.length) tell(null, 'Two groups have the same id.');
  for (const group of content.groups) {
    if (group.name.trim() === '') tell(null, 'A group has no name.');
  }
  const ids = new Set<string>();
  const names = new Set<string>();
  const qualities = new Set<QualityId>();
  for (const one of categories) {
    const name = one.name.trim().toLowerCase();
    if (ids.has(one.id)) tell(one.id, `Two categories have the id "${one.id}".`);
    if (name === '') tell(one.id, 'A category has no name.');
    else if (names.has(name)) tell(one.id, `Two categories are called "${one.name.trim()}".`);
    if (one.kind.type === 'quality') {
      const { quality } = one.kind;
      if (qualities.has(quality)) tell(one.id, `${qualityWords[quality].name} stands in it twice.`);
      qualities.add(quality);
    }
    if (one.kind.type === 'prompt' && one.kind.prompt.trim() === '') {
      tell(one.id, `"${one.name.trim()}" has no prompt for the judge.`);
    }
    if (one.scale.labels.some((label) => label.trim() === ''))
      tell(one.id, `"${one.name}" has a point without a label.`);
    ids.add(one.id);
    names.add(name);
  }
  return problems;
}
