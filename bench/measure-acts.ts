/** How well acts and feelings of the service corpus are read, with ranges: whole conversations are drawn again and again. */

import { figureOfEstimate, type MeasuredAct } from '@rapport/qualities/measured/figure';
import { actColumns } from '@rapport/qualities/models/act-model';
import type { Models } from '@rapport/qualities/models/load-models';
import { type Estimate, estimateOf, estimateOfClusters } from '@rapport/statistics';
import type { Judged, JudgedSentence } from './judge-acts.ts';
import {
  type Counts,
  estimateRankCorrelation,
  estimateShare,
  f1OfCounts,
  type MeasuredLine,
  macroOfCounts,
  seed,
  sumOfCounts,
} from './measure-lines.ts';
import { calibrationError } from './measures.ts';

/** The sentences and messages of one conversation. */
export type JudgedConversation = Judged & { id: string };

const threshold = 0.5;

/** Right, said and true of each act in the order of `actColumns`. */
export const countActs = (sentences: readonly Pick<JudgedSentence, 'side' | 'truth' | 'read'>[]): Counts => {
  const counts = new Float64Array(actColumns.length * 3);
  for (const { side, truth, read } of sentences)
    for (const [index, column] of actColumns.entries()) {
      if (column.side !== side) continue;
      const isTrue = truth.includes(column.act);
      const isSaid = (read[column.act] ?? 0) >= threshold;
      if (isTrue && isSaid) counts[3 * index] = (counts[3 * index] ?? 0) + 1;
      if (isSaid) counts[3 * index + 1] = (counts[3 * index + 1] ?? 0) + 1;
      if (isTrue) counts[3 * index + 2] = (counts[3 * index + 2] ?? 0) + 1;
    }
  return counts;
};

export const measureActs = (conversations: readonly JudgedConversation[], models: Models): MeasuredAct[] => {
  const clusters = conversations.map(({ sentences }) => countActs(sentences));
  const whole = sumOfCounts(clusters);
  return actColumns.map(({ side, act }, index) => {
    const [right = 0, said = 0, truly = 0] = whole.subarray(3 * index, 3 * index + 3);
    const measure = (drawn: readonly Counts[]): number => f1OfCounts(sumOfCounts(drawn), index);
    const f1 = estimateOfClusters({ clusters, measure, n: truly, method: 'f1', seed, resamples: 1000 });
    return {
      side,
      act,
      f1: figureOfEstimate(f1),
      precision: short(said ? right / said : 0),
      recall: short(truly ? right / truly : 0),
      calibrationError: short(calibrationError(conversations.flatMap((one) => chancesOf(one, models, { side, act })))),
    };
  });
};

interface Chance {
  isTrue: boolean;
  probability: number;
}

const chancesOf = ({ sentences }: Judged, models: Models, { side, act }: (typeof actColumns)[number]): Chance[] =>
  sentences
    .filter((one) => one.side === side)
    .map(({ truth, read }) => ({
      isTrue: truth.includes(act),
      probability: models.probabilityOf(side, act, read[act] ?? 0),
    }));

/** Expected calibration error, mean over the acts. */
export const measureCalibration = (
  conversations: readonly JudgedConversation[],
  models: Models,
  data: string,
): MeasuredLine => {
  const errors = actColumns.map((column) =>
    calibrationError(conversations.flatMap((one) => chancesOf(one, models, column))),
  );
  const value = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const n = conversations.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const estimate = withoutRange(value, n);
  return { what: 'acts, calibration error, mean over acts', data, kind: 'own', better: 'lower', floor: 0.05, estimate };
};

const macroF1 = (clusters: readonly Counts[], names: readonly number[], n: number): Estimate =>
  estimateOfClusters({
    clusters,
    measure: (drawn) => macroOfCounts(drawn, names),
    n,
    method: 'macro-f1',
    seed,
    resamples: 1000,
  });

/** @param floor what was asked for over all acts; null where the conversations are not the held-back ones */
export const measureMacroF1 = (
  clusters: readonly Counts[],
  { n, data, floor }: { n: number; data: string; floor: number | null },
): MeasuredLine[] => {
  const places = (wanted?: 'agent' | 'customer'): number[] =>
    actColumns.flatMap(({ side }, index) => (wanted === undefined || side === wanted ? [index] : []));
  const common = { data, kind: 'own', better: 'higher' } as const;
  return [
    { ...common, what: 'acts, macro-F1', floor, estimate: macroF1(clusters, places(), n) },
    { ...common, what: 'acts of agents, macro-F1', floor: null, estimate: macroF1(clusters, places('agent'), n) },
    { ...common, what: 'acts of customers, macro-F1', floor: null, estimate: macroF1(clusters, places('customer'), n) },
  ];
};

export const measureFeelings = (conversations: readonly JudgedConversation[], data: string): MeasuredLine[] => {
  const rows = conversations.flatMap(({ id, messages }) =>
    messages.map(({ valence, truth }) => ({ group: id, one: valence, other: truth.valence })),
  );
  const labels = conversations.flatMap(({ id, messages }) =>
    messages.map(({ truth, label }) => ({ group: id, isRight: label === truth.label })),
  );
  const common = { data, kind: 'own' } as const;
  return [
    {
      ...common,
      what: 'feelings, rank correlation of valence',
      better: 'higher',
      floor: 0.7,
      estimate: estimateRankCorrelation(rows),
    },
    {
      ...common,
      what: 'feelings, right label of twelve',
      better: 'higher',
      floor: null,
      estimate: estimateShare(labels),
    },
    {
      ...common,
      what: 'feelings, calibration error of the label',
      better: 'lower',
      floor: 0.05,
      estimate: withoutRange(
        calibrationError(
          conversations.flatMap(({ messages }) =>
            messages.map(({ label, truth, labelChance }) => ({
              isTrue: label === truth.label,
              probability: labelChance,
            })),
          ),
        ),
        rows.length,
      ),
    },
  ];
};

/** Chance alone makes a calibration error, so drawing conversations again would show a range above the value itself. */
const withoutRange = (value: number, n: number): Estimate =>
  estimateOf({ value, interval: null, n, method: 'calibration-error' });

const short = (value: number): number => Math.round(value * 1000) / 1000;
