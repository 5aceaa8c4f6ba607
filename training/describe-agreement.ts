/** How far weights agree with labels they did not see, a line for each quality; printed while training. */
import { qualityIds } from '@rapport/contract';
import { linearKappa, noOpportunityF1, type Pair } from '../bench/agreement-of.ts';
import { allQualities } from '../packages/qualities/src/all-qualities.ts';
import { overallVerdict } from '../packages/qualities/src/overall-verdict.ts';
import { threadOf } from '../packages/qualities/src/thread/thread-of.ts';
import { weighMoments } from '../packages/qualities/src/weighing/weigh-moments.ts';
import type { Assessment } from './assessments.ts';
import type { VerdictWeights } from './train-verdicts.ts';

export const describeAgreement = (assessments: readonly Assessment[], blind: readonly VerdictWeights[]): string[] => {
  const all: Pair[] = [];
  const kappas: number[] = [];
  const lines = qualityIds.map((id) => {
    const pairs = assessments.flatMap((one) => pairOf(id, one, blind[one.fold]));
    const kappa = linearKappa(pairs) ?? 0;
    all.push(...pairs);
    kappas.push(kappa);
    return `verdicts: ${id.padEnd(24)} kappa ${kappa.toFixed(2)}, no-opportunity F1 ${noOpportunityF1(pairs).toFixed(2)}`;
  });
  const mean = kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
  return [...lines, `verdicts: mean kappa ${mean.toFixed(3)}, no-opportunity F1 ${noOpportunityF1(all).toFixed(3)}`];
};

const pairOf = (
  id: (typeof qualityIds)[number],
  { reading, agent, verdicts, importance }: Assessment,
  weights: VerdictWeights | undefined,
): Pair[] => {
  const label = verdicts[id];
  const quality = allQualities.find((one) => one.id === id);
  // The corpus alone: examples would flatter the figure, own conversations are harder than life.
  if (!label || !quality || !weights || importance !== 1) return [];
  const found = quality.findMoments(reading, agent, {});
  const moments = weighMoments(id, threadOf(reading, agent), found, weights[id]);
  return [{ label, machine: moments.length === 0 ? 'no-opportunity' : overallVerdict(moments) }];
};
