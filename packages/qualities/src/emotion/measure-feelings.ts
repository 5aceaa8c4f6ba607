/** From labelled customer messages to the weights of feelings. Run by `npx tsx bench/acts.ts fit`. */
import { type EmotionLabel, emotionLabels } from '@rapport/contract';
import { fitWeights } from '../acts/fit-weights.ts';
import { feelingFeatures } from './feeling-features.ts';

export interface FeelingWeights {
  /** Names of features, in the order of the rows. */
  features: readonly string[];
  /** The twelve labels, then the steps of valence. */
  columns: readonly string[];
  biases: readonly number[];
  /** Log-odds: one row per feature, one number per column. */
  rows: readonly (readonly number[])[];
}

export interface LabelledFeeling {
  /** Indexes into `feelingFeatures`. */
  features: readonly number[];
  label: EmotionLabel;
  /** −1…1 */
  valence: number;
  weight: number;
}

/** Between the five values a rater may give; each step is a question of its own: is it gladder than this? */
export const valenceSteps = [-0.75, -0.25, 0.25, 0.75] as const;

export const measureFeelings = (messages: readonly LabelledFeeling[]): FeelingWeights => {
  const questions: ((one: LabelledFeeling) => boolean)[] = [
    ...emotionLabels.map((label) => (one: LabelledFeeling) => one.label === label),
    ...valenceSteps.map((step) => (one: LabelledFeeling) => one.valence > step),
  ];
  const prior = new Float64Array(feelingFeatures.length);
  const fitted = questions.map((isTrue) =>
    fitWeights(
      messages.map((one) => ({ features: one.features, isTrue: isTrue(one), weight: one.weight })),
      { prior, passes: 10, penalty: 0.05, stepSize: 0.3 },
    ),
  );
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    features: feelingFeatures,
    columns: [...emotionLabels, ...valenceSteps.map(String)],
    biases: fitted.map(({ bias }) => round(bias)),
    rows: feelingFeatures.map((_, index) => fitted.map(({ weights }) => round(weights[index] ?? 0))),
  };
};
