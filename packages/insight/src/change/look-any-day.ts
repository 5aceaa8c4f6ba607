/** What may be said of a change before the day on which it is read: ranges that hold however often somebody looks. */
import { clip, defaultLevel, type Estimate } from '@rapport/statistics';

export interface PlannedWeeks {
  /** Weeks with data before the change. */
  before: number;
  /** Since its start, until now and until the planned end. */
  elapsed: number;
  planned: number;
}

/**
 * How much of the information of the planned end is here: a difference of two means is as sure as both of them, so the
 * weeks before count as well as those since.
 */
export function shareOfInformation({ before, elapsed, planned }: PlannedWeeks): number {
  const doubt = (after: number) => 1 / Math.max(1, before) + 1 / Math.max(0.1, after);
  return clip(doubt(planned) / doubt(elapsed), 0.01, 1);
}

/** The same range under its true name: it was asked for at the level of `lookingLevel`, and holds 95 % at all times. */
export const asSequence = (estimate: Estimate): Estimate =>
  estimate.value === null
    ? estimate
    : {
        ...estimate,
        level: defaultLevel,
        method: `${estimate.method}, confidence sequence`,
        warnings: [...estimate.warnings, 'may be looked at every day; wider for it'],
      };
