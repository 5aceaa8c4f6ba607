/** A review nobody wrote, to try the arithmetic on: which points it chose, and how the score came about, in words. */
import { listCategories, type Rating, type ReviewScore, type ScorecardContent } from '@rapport/contract';
import { nameOfCategory } from './scorecard-words.ts';

/** What was chosen by hand; everything else is at the top of its scale, and one in four in the middle. */
export type Chosen = Readonly<Record<string, number | null>>;

export function makeUpReview(content: ScorecardContent, chosen: Chosen): Rating[] {
  return listCategories(content).map(({ id, scale, allowNa }, at) => {
    const wanted = chosen[id];
    if (wanted === null && allowNa) return { categoryId: id, chosen: null };
    const plain = at % 4 === 1 ? Math.ceil(scale.points / 2) : scale.points;
    return { categoryId: id, chosen: Math.min(scale.points, wanted ?? plain) };
  });
}

/** The sum as it would be written on paper, with equal scores drawn together: "(100 × 11 + 50 × 3) ÷ 14". */
export function sumWords(content: ScorecardContent, scored: ReviewScore): string {
  const zeroed = new Set(scored.groups.filter(({ zeroedBy }) => zeroedBy.length > 0).map(({ id }) => id));
  const weights = new Map<number, number>();
  const scores = new Map(scored.categories.map((one) => [one.id, one.score]));
  for (const group of content.groups) {
    for (const { id, weight } of group.categories) {
      const score = scores.get(id) ?? null;
      if (score === null) continue;
      const counted = zeroed.has(group.id) ? 0 : score;
      weights.set(counted, (weights.get(counted) ?? 0) + weight);
    }
  }
  if (weights.size === 0) return '';
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const parts = [...weights].sort(([a], [b]) => b - a).map(([score, weight]) => `${short(score)} × ${short(weight)}`);
  return `(${parts.join(' + ')}) ÷ ${short(total)}`;
}

/** Why a score is what it is, beyond the sum. */
export function resultSentence(content: ScorecardContent, scored: ReviewScore): string {
  const names = new Map(listCategories(content).map((one) => [one.id, nameOfCategory(one)]));
  if (scored.score === null) {
    return scored.reason === 'nothing-rated' ? 'Nothing is rated.' : 'Nothing applied, so there is no score.';
  }
  const [critical] = scored.zeroedBy;
  if (critical !== undefined) return `${names.get(critical)} is critical and failed, so the whole review is 0.`;
  const group = scored.groups.find(({ zeroedBy }) => zeroedBy.length > 0);
  const groupName = content.groups.find(({ id }) => id === group?.id)?.name;
  const sum = `${sumWords(content, scored)} = ${short(scored.score)}`;
  const [failed] = group?.zeroedBy ?? [];
  return failed === undefined ? sum : `${sum}. ${names.get(failed)} failed, so all of “${groupName}” counts 0.`;
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
