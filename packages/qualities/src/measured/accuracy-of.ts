/**
 * How far the scorer agrees with labelled text, as it was measured for the weights that ship: the figures behind
 * "how far to trust this" beside every score, on the pages, in the API and in `docs/accuracy.md`.
 *
 *     accuracyOf('empathy').kappa; // { value, lower, upper, n, … }
 */
import { type Accuracy, type QualityAccuracy, type QualityId, qualityIds, trustOf } from '@rapport/contract';
import { estimateOfFigure, type Figure } from './figure.ts';
import { measured } from './generated/measured-accuracy.ts';

export const accuracyOf = (quality: QualityId): QualityAccuracy & { ceiling: number } => {
  const { kappa, blind, noOpportunityF1, missed, notMet, saidMet, confusion } = measured.qualities[quality];
  return {
    quality,
    trust: trustOf(estimateOfFigure(kappa, '').value),
    kappa: weightedKappa(kappa),
    blind: blind && weightedKappa(blind),
    noOpportunityF1: estimateOfFigure(noOpportunityF1, 'cluster-bootstrap-f1'),
    missed: share(missed),
    notMet: share(notMet),
    saidMet: share(saidMet),
    confusion: confusion.map(([machine, label, n]) => ({ machine, label, n })),
    ceiling: measured.ceiling.kappa,
  };
};

/** Everything that was measured, in the form of the API. */
export const measuredAccuracy = (): Accuracy => ({
  ...measured,
  ceiling: { ...measured.ceiling },
  kappa: weightedKappa(measured.kappa),
  blindKappa: measured.blindKappa && weightedKappa(measured.blindKappa),
  qualities: qualityIds.map((id) => {
    const { ceiling: _, ...rest } = accuracyOf(id);
    return rest;
  }),
  acts: measured.acts.map(({ f1, ...rest }) => ({ ...rest, f1: estimateOfFigure(f1, 'cluster-bootstrap-f1') })),
  measures: measured.measures.map(({ figure, ...rest }) => ({
    ...rest,
    estimate: estimateOfFigure(figure, 'cluster-bootstrap'),
  })),
  confidence: measured.confidence.map((one) => ({ ...one })),
});

const weightedKappa = (figure: Figure) => estimateOfFigure(figure, 'cluster-bootstrap-kappa-linear');
const share = (figure: Figure) => estimateOfFigure(figure, 'cluster-bootstrap-share');
