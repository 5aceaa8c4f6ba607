/** The three key figures of a team: satisfied among those who answered, feeling from first to last, wrote again. */
import { type Estimate, estimateSummedMean, refuse } from '@rapport/statistics';
import { estimateShare, fewestOpportunities, toRows } from './estimate-rates.ts';
import type { AgentTally } from './focus-input.ts';

export interface Figures {
  satisfied: Estimate;
  satisfiedRated: number;
  feeling: Estimate;
  wroteAgain: Estimate;
}

/** A conversation belongs to the agent who answered first. */
export function estimateFigures(agents: readonly AgentTally[]): Figures {
  const shareOf = (of: (one: AgentTally['answeredFirst']) => readonly [events: number, n: number]): Estimate =>
    estimateShare(agents.flatMap(({ agent, answeredFirst }) => toRows(agent, ...of(answeredFirst))));
  const satisfied = shareOf(({ satisfied, rated }) => [satisfied, rated]);
  const feelings = agents.map(({ answeredFirst }) => answeredFirst.feeling);
  const felt = feelings.reduce((sum, { n }) => sum + n, 0);
  return {
    satisfied: {
      ...satisfied,
      warnings: [...satisfied.warnings, 'only customers who answered; the others may differ'],
    },
    satisfiedRated: agents.reduce((sum, { answeredFirst }) => sum + answeredFirst.rated, 0),
    feeling:
      felt < fewestOpportunities
        ? refuse(felt === 0 ? 'no_data' : 'too_few_rows', { n: felt, method: 'clustered-mean' })
        : estimateSummedMean(feelings),
    wroteAgain: shareOf(({ wroteAgain, watched }) => [wroteAgain, watched]),
  };
}
