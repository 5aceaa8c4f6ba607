/**
 * Difference of two shares in a small team: a statement about these people only.
 *
 * Use: under 8 agents, where "agents like these" cannot be spoken of. Word it "for these five people": the agents are
 * taken as given and only their conversations as a draw.
 * Method: given the agents, rows are independent and the variance of a pooled share is at most p(1-p)/n, so Newcombe's
 * range for two independent shares holds the truth at least as often as it says; its true centre is the mix of these
 * agents' own shares. Preferred to a bootstrap within agents, which collapses to a point on "0 of 12".
 * Source: Newcombe 1998, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 * Example: `estimateFixedAgentsDifference({ a: [], b: [] }).reason` → no_data
 */
import { defaultLevel, type Estimate, refuse } from '../estimate.ts';
import { type ClusteredRow, countRows } from './clustered-proportion.ts';
import { estimateProportionDifference } from './newcombe-difference.ts';

export interface FixedAgentsQuestion {
  a: readonly ClusteredRow[];
  b: readonly ClusteredRow[];
  level?: number;
  minRows?: number;
}

export function estimateFixedAgentsDifference({
  a,
  b,
  level = defaultLevel,
  minRows = 5,
}: FixedAgentsQuestion): Estimate {
  const method = 'fixed-agents-difference';
  const [first, second] = [countRows(a), countRows(b)];
  const n = first.n + second.n;
  if (first.n === 0 || second.n === 0) return refuse('no_data', { n, method, level });
  if (first.n < minRows || second.n < minRows) return refuse('too_few_rows', { n, method, level });
  const agents = new Set([...a, ...b].filter(({ times = 1 }) => times > 0).map((row) => row.cluster)).size;
  const estimate = estimateProportionDifference({ first, second, level });
  return { ...estimate, method, warnings: [...estimate.warnings, `holds for these ${agents} agents only`] };
}
