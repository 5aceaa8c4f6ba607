/** What a person and the machine said of the same service, category by category. */
import {
  levelOfScore,
  listCategories,
  type MachineReading,
  type QualityId,
  type ReviewContent,
  type ScorecardContent,
  scoreRating,
  type Verdict,
} from '@rapport/contract';

/** What a person said of each category that the machine reads too; null: not applicable. */
export function personLevels(content: ReviewContent, scorecard: ScorecardContent): Map<string, Verdict | null> {
  const categories = new Map(listCategories(scorecard).map((one) => [one.id, one]));
  return new Map(
    content.ratings.flatMap(({ categoryId, chosen }): [string, Verdict | null][] => {
      const category = categories.get(categoryId);
      if (category === undefined || chosen === undefined) return [];
      return [[categoryId, chosen === null ? null : levelOfScore(scoreRating(category, chosen))]];
    }),
  );
}

/** Of what both rated, on how many both said the same; "not applicable" and "nothing called for it" are the same. */
export function countAlike(
  content: ReviewContent,
  machine: readonly MachineReading[],
  scorecard: ScorecardContent,
): { alike: number; compared: number } {
  const levels = personLevels(content, scorecard);
  const compared = machine.filter(({ categoryId }) => levels.has(categoryId));
  return {
    alike: compared.filter(({ categoryId, verdict }) => levels.get(categoryId) === verdict).length,
    compared: compared.length,
  };
}

/** The quality on which person and machine are furthest apart; where they agree, the first that was rated. */
export function furthestApart(
  content: ReviewContent,
  machine: readonly MachineReading[],
  scorecard: ScorecardContent,
): QualityId | null {
  const levels = personLevels(content, scorecard);
  const steps = { missed: 0, partly: 1, met: 2 };
  const apart = machine
    .flatMap(({ categoryId, quality, verdict }) => {
      const mine = levels.get(categoryId) ?? null;
      return mine === null || verdict === null || quality === null
        ? []
        : [{ quality, distance: Math.abs(steps[mine] - steps[verdict]) }];
    })
    .sort((one, two) => two.distance - one.distance);
  return apart[0]?.quality ?? null;
}
