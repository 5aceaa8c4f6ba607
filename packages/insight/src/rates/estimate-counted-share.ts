/** A share from the counts of each agent: clustered where there are enough agents, else for these people only. */
import {
  type CountedCluster,
  type Estimate,
  estimateCountedProportion,
  estimateProportion,
  estimateSummedMean,
  refuse,
  type SummedCluster,
} from '@rapport/statistics';
import { fewestOpportunities } from '../estimate-rates.ts';

export function estimateCountedShare(all: readonly CountedCluster[]): Estimate {
  const counts = all.filter((one) => one.n > 0);
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  if (n < fewestOpportunities) return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'share' });
  const clustered = estimateCountedProportion(counts);
  if (clustered.reason !== 'too_few_agents') return clustered;
  const plain = estimateProportion({ passed: counts.reduce((sum, { passed }) => sum + passed, 0), n });
  const people = counts.length === 1 ? 'this one agent' : `these ${counts.length} agents`;
  return { ...plain, warnings: [...plain.warnings, `holds for ${people} only`] };
}

/** A mean from the sums of each agent, refused below the same number of rows. */
export function estimateSummed(sums: readonly SummedCluster[]): Estimate {
  const n = sums.reduce((all, one) => all + one.n, 0);
  return n < fewestOpportunities
    ? refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'clustered-mean' })
    : estimateSummedMean(sums);
}
