/** The scorecard as a calibration rates it: only its categories, in the words that it tries. */
import { type Category, type CategoryWording, listCategories, type ScorecardContent } from '@rapport/contract';
import type { StoredCalibration } from '../../store/calibration/calibrations.ts';
import { listStoredWordings, type StoredWording } from '../../store/calibration/wordings.ts';
import type { Db } from '../../store/open-store.ts';
import { loadScorecardVersion } from '../../store/scorecards.ts';

export const wordingOf = ({ said, naWhen, guidance }: Category): CategoryWording => ({
  ...{ said, naWhen },
  // One entry for each point, so that two wordings compare point by point.
  guidance: [...guidance],
});

export const withWording = (
  content: ScorecardContent,
  categoryId: string,
  wording: CategoryWording,
): ScorecardContent => ({
  groups: content.groups.map((group) => ({
    ...group,
    categories: group.categories.map((one) => (one.id === categoryId ? { ...one, ...wording } : one)),
  })),
});

const onlyCategories = (content: ScorecardContent, ids: readonly string[]): ScorecardContent => ({
  groups: content.groups.flatMap((group) => {
    const categories = group.categories.filter(({ id }) => ids.includes(id));
    return categories.length === 0 ? [] : [{ ...group, categories }];
  }),
});

export interface RatedContent {
  content: ScorecardContent;
  categories: readonly Category[];
  /** The version's number on its scorecard. */
  number: number;
  /** The words it tries; null: those of the version. */
  wording: StoredWording | null;
}

export async function loadRatedContent(
  db: Db,
  workspace: number,
  { versionId, categoryIds, wordingId }: Pick<StoredCalibration, 'versionId' | 'categoryIds' | 'wordingId'>,
): Promise<RatedContent> {
  const version = await loadScorecardVersion(db, workspace, String(versionId));
  const [wording = null] = wordingId === null ? [] : await listStoredWordings(db, workspace, { id: wordingId });
  const whole = wording === null ? version.content : withWording(version.content, wording.categoryId, wording.after);
  const content = onlyCategories(whole, categoryIds);
  return { content, categories: listCategories(content), number: version.number, wording };
}

/** Alike to who reads them: points without words at the end say nothing. */
export function isSameWording(one: CategoryWording, other: CategoryWording): boolean {
  const keyOf = ({ said, naWhen, guidance }: CategoryWording): string => {
    const words = guidance.map((text) => text.trim());
    while (words.at(-1) === '') words.pop();
    return JSON.stringify([said.trim(), naWhen.trim(), words]);
  };
  return keyOf(one) === keyOf(other);
}
