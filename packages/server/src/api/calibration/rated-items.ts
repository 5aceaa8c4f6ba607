/** What raters handed in, as the estimates of agreement read it. */
import type { RatedItem } from '@rapport/insight';
import type { StoredCalibration } from '../../store/calibration/calibrations.ts';
import type { StoredReading } from '../../store/calibration/readings.ts';

/** One reading of one category: a point, or null for not applicable. Absent where it was not asked. */
export function chosenOf({ content }: Pick<StoredReading, 'content'>, categoryId: string): number | null | undefined {
  return content.ratings.find((one) => one.categoryId === categoryId)?.chosen;
}

/** Every conversation of a calibration, as all who handed it in read one category. */
export const itemsOf = (
  { parts }: Pick<StoredCalibration, 'parts'>,
  readings: readonly StoredReading[],
  categoryId: string,
): RatedItem[] =>
  parts.map(({ id, drawn }) => ({
    drawn: drawn === 'random',
    readings: readings
      .filter(({ part, handedInAt }) => part === id && handedInAt !== null)
      .flatMap((one) => chosenOf(one, categoryId) ?? (chosenOf(one, categoryId) === null ? [null] : [])),
  }));
