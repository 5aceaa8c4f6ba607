import type { IntakePlan } from '@rapport/contract';

export type PreparedLook = Omit<IntakePlan, 'member' | 'encoding'>;

/** What every look says that has no columns and no rating. */
export const emptyLook: Omit<PreparedLook, 'format' | 'headline'> = {
  delimiter: null,
  columns: [],
  mapping: {},
  needsMapping: [],
  dayFirst: null,
  dayFirstSure: true,
  timeZone: null,
  needsTimeZone: false,
  csatScale: 'unknown',
  csatMin: null,
  csatMax: null,
  units: null,
  conversations: null,
};
