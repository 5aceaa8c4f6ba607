/** What the editor does to the content of a draft; each step gives a new value, so that every step can be taken back. */
import {
  type Category,
  categoryOfQuality,
  emptyCategory,
  listCategories,
  type QualityId,
  qualityIds,
  type ScorecardContent,
} from '@rapport/contract';

export function changeCategory(content: ScorecardContent, id: string, changes: Partial<Category>): ScorecardContent {
  return mapCategories(content, (one) => (one.id === id ? { ...one, ...changes } : one));
}

/** Leaves a category out; its group stays, so that it can be put back into it. */
export function removeCategory(content: ScorecardContent, id: string): ScorecardContent {
  return {
    groups: content.groups.map((group) => ({ ...group, categories: group.categories.filter((one) => one.id !== id) })),
  };
}

/** Adds to the end of a group, or of the first where the group is not there; makes one where there is none at all. */
export function addCategory(content: ScorecardContent, category: Category, groupId?: string): ScorecardContent {
  const groups = content.groups.length > 0 ? content.groups : [{ id: 'group-1', name: 'Categories', categories: [] }];
  const target = groups.find(({ id }) => id === groupId)?.id ?? groups[0]?.id;
  return {
    groups: groups.map((group) =>
      group.id === target ? { ...group, categories: [...group.categories, category] } : group,
    ),
  };
}

/** A quality comes back as it last was in a version, or as a new scorecard has it. */
export function addQuality(
  content: ScorecardContent,
  quality: QualityId,
  before: readonly ScorecardContent[],
): ScorecardContent {
  const isIt = (one: Category) => one.kind.type === 'quality' && one.kind.quality === quality;
  const known = before.flatMap(listCategories).find(isIt);
  const holder = content.groups.find(({ categories }) => categories.some(({ kind }) => kind.type === 'quality'));
  return addCategory(content, known ?? categoryOfQuality(quality), holder?.id);
}

/** The qualities that are not rated now, in their usual order. */
export function listLeftOut(content: ScorecardContent): QualityId[] {
  const rated = new Set(listCategories(content).flatMap(({ kind }) => (kind.type === 'quality' ? [kind.quality] : [])));
  return qualityIds.filter((id) => !rated.has(id));
}

/** An own category without a name yet, in a group of the team's own. @returns it as well, to be opened */
export function addOwnCategory(content: ScorecardContent): { content: ScorecardContent; id: string } {
  const id = freeId(
    'own',
    listCategories(content).map((one) => one.id),
  );
  const own = content.groups.find(({ id: groupId }) => groupId === ownGroup);
  const withGroup = own ? content : { groups: [...content.groups, { id: ownGroup, name: 'Our own', categories: [] }] };
  return { content: addCategory(withGroup, emptyCategory(id), ownGroup), id };
}

const ownGroup = 'own';

export function addGroup(content: ScorecardContent): { content: ScorecardContent; id: string } {
  const id = freeId(
    'group',
    content.groups.map((group) => group.id),
  );
  return { content: { groups: [...content.groups, { id, name: 'New group', categories: [] }] }, id };
}

export function renameGroup(content: ScorecardContent, id: string, name: string): ScorecardContent {
  return { groups: content.groups.map((group) => (group.id === id ? { ...group, name } : group)) };
}

/** Only an empty group goes; categories are never dropped with it. */
export function removeGroup(content: ScorecardContent, id: string): ScorecardContent {
  return { groups: content.groups.filter((group) => group.id !== id || group.categories.length > 0) };
}

export function moveToGroup(content: ScorecardContent, id: string, groupId: string): ScorecardContent {
  const category = listCategories(content).find((one) => one.id === id);
  return category === undefined ? content : addCategory(removeCategory(content, id), category, groupId);
}

/** One place up (−1) or down (1) within its group; at the edge it stays. */
export function moveCategory(content: ScorecardContent, id: string, step: -1 | 1): ScorecardContent {
  return {
    groups: content.groups.map((group) => {
      const from = group.categories.findIndex((one) => one.id === id);
      const to = from + step;
      const moved = group.categories[from];
      if (moved === undefined || to < 0 || to >= group.categories.length) return group;
      return { ...group, categories: group.categories.filter((one) => one !== moved).toSpliced(to, 0, moved) };
    }),
  };
}

function mapCategories(content: ScorecardContent, change: (category: Category) => Category): ScorecardContent {
  return { groups: content.groups.map((group) => ({ ...group, categories: group.categories.map(change) })) };
}

/** "own-1", "own-2" …: the first that nobody has. */
function freeId(stem: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
