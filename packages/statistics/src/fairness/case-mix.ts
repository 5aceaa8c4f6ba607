/**
 * Fair comparison of agents who get different work: what would an average agent have reached with the same conversations?
 *
 * Use: show raw and adjusted side by side with the reason for the gap. The columns are the case mix (channel, topic,
 * language, opening emotion): never the agent, and nothing the agent influences.
 * Formula: expected_j = Σ of chances from a logistic model; adjusted rate = observed/expected × team rate;
 * z = (O - E)/√Σ p(1-p).
 * Source: indirect standardisation, https://en.wikipedia.org/wiki/Standardized_mortality_ratio
 * Example: `adjustForCaseMix({ agents: [1, 2], outcomes: [1, 1], columns: [[1], [1]] }).reason` → outcome_constant
 */
import type { EstimateReason } from '../estimate.ts';
import { fitLogisticModel } from '../regression/logistic-model.ts';
import { groupBy, meanOf, sumOf } from '../sums.ts';

export interface CaseMixQuestion {
  agents: readonly (string | number)[];
  /** 0 or 1 per conversation. */
  outcomes: readonly number[];
  /** Case-mix columns per conversation, a 1 for the intercept included. */
  columns: readonly (readonly number[])[];
}

export interface AgentCaseMix {
  agent: string | number;
  n: number;
  observed: number;
  expected: number;
  ratio: number;
  raw: number;
  adjusted: number;
  z: number;
}

export interface CaseMix {
  coefficients: number[] | null;
  agents: AgentCaseMix[];
  reason?: EstimateReason;
}

export function adjustForCaseMix({ agents, outcomes, columns }: CaseMixQuestion): CaseMix {
  const model = fitLogisticModel(columns, outcomes);
  if (model.coefficients === null)
    return { coefficients: null, agents: [], ...(model.reason ? { reason: model.reason } : {}) };
  const teamRate = meanOf(outcomes);
  const rows = agents.map((agent, row) => ({ agent, outcome: outcomes[row] ?? 0, chance: model.chances[row] ?? 0 }));
  return {
    coefficients: model.coefficients,
    agents: [...groupBy(rows, (row) => row.agent)].map(([agent, own]) => {
      const observed = sumOf(own.map((row) => row.outcome));
      const expected = sumOf(own.map((row) => row.chance));
      const spread = Math.sqrt(sumOf(own.map(({ chance }) => chance * (1 - chance))));
      const ratio = observed / expected;
      const n = own.length;
      // A ratio above 1 on a high team rate can pass 1; a rate cannot.
      const adjusted = Math.min(1, ratio * teamRate);
      return { agent, n, observed, expected, ratio, raw: observed / n, adjusted, z: (observed - expected) / spread };
    }),
  };
}
