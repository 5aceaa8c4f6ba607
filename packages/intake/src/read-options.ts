import type { IntakeLimits } from './limits.ts';
import type { ReadPosition } from './record.ts';
import type { People } from './who/people.ts';

/** What every reader of a plain file is told beside the plan. */
export interface ReadOptions {
  fileName: string;
  /** Go on behind this place; from the beginning when absent. */
  startAt?: ReadPosition | undefined;
  limits: IntakeLimits;
  /** Domains of the team's own addresses, lower case: their authors are agents where the file says nothing. */
  ownDomains: readonly string[];
  /** The helpdesk's list of people, where it comes from elsewhere; a list within the file goes before it. */
  people?: People | undefined;
}
