/** The three key figures of a team: satisfied among those who answered, feeling from first to last, wrote again. */
import { type Estimate, estimateClusteredMean, refuse } from '@rapport/statistics';
import { estimateShare, fewestOpportunities } from './estimate-rates.ts';
import type { ConversationFacts } from './focus-input.ts';

export interface Figures {
  satisfied: Estimate;
  satisfiedRated: number;
  feeling: Estimate;
  wroteAgain: Estimate;
}

export function estimateFigures(conversations: readonly ConversationFacts[]): Figures {
  const share = (of: (one: ConversationFacts) => boolean | null): Estimate =>
    estimateShare(
      conversations.flatMap((one) => {
        const event = of(one);
        return event === null ? [] : [{ cluster: clusterOf(one), event }];
      }),
    );
  const satisfied = share((one) => one.satisfied);
  const changes = conversations.flatMap((one) =>
    one.feelingFirst === null || one.feelingLast === null
      ? []
      : [{ cluster: clusterOf(one), value: one.feelingLast - one.feelingFirst }],
  );
  return {
    satisfied: {
      ...satisfied,
      warnings: [...satisfied.warnings, 'only customers who answered; the others may differ'],
    },
    satisfiedRated: conversations.filter((one) => one.satisfied !== null).length,
    feeling:
      changes.length < fewestOpportunities
        ? refuse(changes.length === 0 ? 'no_data' : 'too_few_rows', { n: changes.length, method: 'clustered-mean' })
        : estimateClusteredMean({ rows: changes }),
    wroteAgain: share((one) => one.wroteAgain),
  };
}

/** A conversation belongs to the agent who answered first. */
const clusterOf = (one: ConversationFacts): string => one.assessments[0]?.agent ?? '';
