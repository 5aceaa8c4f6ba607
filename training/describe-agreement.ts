/** How far weights agree with labels they did not see, a line for each quality; printed while training. */
import { type QualityId, qualityIds } from '@rapport/contract';
import { linearKappa, noOpportunityF1 } from '../bench/agreement-of.ts';
import type { BlindVerdict } from '../bench/blind-readings.ts';
import { allQualities } from '../packages/qualities/src/all-qualities.ts';
import { overallVerdict } from '../packages/qualities/src/overall-verdict.ts';
import { threadOf } from '../packages/qualities/src/thread/thread-of.ts';
import { weighMoments } from '../packages/qualities/src/weighing/weigh-moments.ts';
import type { Assessment } from './assessments.ts';
import type { VerdictWeights } from './train-verdicts.ts';

/** Verdicts of the corpus' own conversations by weights that saw none of their fold. */
export const judgeBlindly = (assessments: readonly Assessment[], blind: readonly VerdictWeights[]): BlindVerdict[] =>
  // The corpus alone: examples would flatter the figure, own conversations are harder than life.
  assessments.filter(({ importance }) => importance === 1).flatMap((one) => judgeOne(one, blind[one.fold]));

export const describeAgreement = (judged: readonly BlindVerdict[]): string[] => {
  const of = (id: QualityId): BlindVerdict[] => judged.filter(({ quality }) => quality === id);
  const kappas = qualityIds.map((id) => linearKappa(of(id)) ?? 0);
  const lines = qualityIds.map(
    (id, index) =>
      `verdicts: ${id.padEnd(24)} kappa ${(kappas[index] ?? 0).toFixed(2)}, no-opportunity F1 ${noOpportunityF1(of(id)).toFixed(2)}`,
  );
  const mean = kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
  return [...lines, `verdicts: mean kappa ${mean.toFixed(3)}, no-opportunity F1 ${noOpportunityF1(judged).toFixed(3)}`];
};

const judgeOne = ({ id, reading, agent, verdicts }: Assessment, weights: VerdictWeights | undefined): BlindVerdict[] =>
  allQualities.flatMap((quality): BlindVerdict[] => {
    const label = verdicts[quality.id];
    if (!label || !weights) return [];
    const found = quality.findMoments(reading, agent, {});
    const moments = weighMoments(quality.id, threadOf(reading, agent), found, weights[quality.id]);
    const machine = moments.length === 0 ? 'no-opportunity' : overallVerdict(moments);
    return [{ id, agent, quality: quality.id, label, machine }];
  });
