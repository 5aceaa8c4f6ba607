/** What a simulated team is asked to be. */
export interface TeamPlan {
  seed: number;
  agents?: number;
  /** Conversations per agent: all alike, or one number per agent. */
  conversations?: number | readonly number[];
  weeks?: number;
  /** Effect of each quality on the log odds of a satisfied customer, per human point. Its length is the number of qualities. */
  effects?: readonly number[];
  names?: readonly string[];
  /** Random reviews per agent. */
  reviews?: number;
  flagged?: number;
  /** Share of each review's qualities that were rated; below 1 single moments are drawn instead of whole reviews. */
  ratedShare?: number;
  /** Share of conversations that do NOT call for a quality, at an average topic; one number per quality, or one for all. */
  blanks?: number | readonly number[];
  /** Machine points that coaching adds to `coachedQuality` for every third agent chosen. */
  coaching?: { effect: number; quality: number; agents: number; fromWeek: number } | null;
  /** How much agents differ in each quality, in human points. */
  agentSpread?: number;
  /** Added to the log odds of everybody. */
  mood?: number;
}
