/** Agreement of verdicts with labels, with its range: whole conversations are drawn again and again. */
import { type QualityId, qualityIds, type ScoreVerdict } from '@rapport/contract';
import { type Figure, figureOfEstimate, type MeasuredQuality } from '@rapport/qualities/measured/figure';
import { type Estimate, estimateOfClusters, estimateProportion } from '@rapport/statistics';
import { linearKappa, noOpportunityF1, type Pair } from './agreement-of.ts';
import type { JudgedVerdict } from './judge-verdicts.ts';
import { seed } from './measure-lines.ts';

type Row = Pair & { id: string };
type Judged = ReadonlyMap<QualityId, readonly Row[]>;

/** Rows of one conversation, by quality in their order. */
type Cluster = readonly (readonly Row[])[];

const clustersOf = (judged: Judged): Cluster[] => {
  const clusters = new Map<string, Row[][]>();
  for (const [place, quality] of qualityIds.entries())
    for (const row of judged.get(quality) ?? []) {
      const cluster = clusters.get(row.id) ?? qualityIds.map(() => []);
      cluster[place]?.push(row);
      clusters.set(row.id, cluster);
    }
  return [...clusters.values()];
};

const isOpened = ({ machine, label }: Pair): boolean => machine !== 'no-opportunity' && label !== 'no-opportunity';

export const measureQualities = (judged: Judged, blind: Judged | null): Record<QualityId, MeasuredQuality> => {
  const clusters = clustersOf(judged);
  const blindClusters = blind && clustersOf(blind);
  const entries = qualityIds.map((id, place) => {
    const rows = judged.get(id) ?? [];
    const blindRows = blind?.get(id) ?? [];
    const of = (given: readonly Cluster[], measure: (rows: readonly Row[]) => number | null, n: number): Figure =>
      figureOfEstimate(
        estimateOfClusters({
          clusters: given.map((cluster) => cluster[place] ?? []).filter((own) => own.length > 0),
          measure: (drawn) => measure(drawn.flat()),
          n,
          method: 'kappa',
          seed,
        }),
      );
    const unopened = rows.filter(({ label }) => label === 'no-opportunity').length;
    return [
      id,
      {
        kappa: of(clusters, linearKappa, rows.filter(isOpened).length),
        blind: blindClusters && of(blindClusters, linearKappa, blindRows.filter(isOpened).length),
        // Where no label says so there is nothing to agree on; the confusion shows what was said without ground.
        noOpportunityF1: unopened > 0 ? of(clusters, noOpportunityF1, rows.length) : [0],
        missed: shareOf(rows, 'missed', ['missed']),
        notMet: shareOf(rows, 'missed', ['missed', 'partly']),
        saidMet: shareOf(rows, 'met', ['met']),
        confusion: confusionOf(rows),
      },
    ] as const;
  });
  // Built from the complete list of qualities, so every key is there.
  return Object.fromEntries(entries) as unknown as Record<QualityId, MeasuredQuality>;
};

/** Mean of the qualities' agreement; a quality without variation in a draw is left out of that draw. */
export const measureMeanKappa = (judged: Judged): Estimate =>
  estimateOfClusters({
    clusters: clustersOf(judged),
    measure: (drawn) => {
      const kappas = qualityIds.flatMap((_, place) => linearKappa(drawn.flatMap((one) => one[place] ?? [])) ?? []);
      return kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
    },
    n: [...judged.values()].flat().filter(isOpened).length,
    method: 'mean-kappa',
    seed,
    resamples: 1000,
  });

/** Over all qualities together. */
export const measurePooled = (judged: Judged, measure: (rows: readonly Row[]) => number, n: number): Estimate =>
  estimateOfClusters({
    clusters: clustersOf(judged),
    measure: (drawn) => measure(drawn.flat(2)),
    n,
    method: 'pooled',
    seed,
    resamples: 1000,
  });

/** Of the verdicts given by the machine, the share with one of the labels; a quality has about one a conversation. */
const shareOf = (rows: readonly Row[], said: ScoreVerdict, labels: readonly ScoreVerdict[]): Figure => {
  const given = rows.filter(({ machine }) => machine === said);
  const passed = given.filter(({ label }) => labels.includes(label)).length;
  return figureOfEstimate(estimateProportion({ passed, n: given.length }));
};

const confusionOf = (rows: readonly Row[]): MeasuredQuality['confusion'] => {
  const verdicts = ['missed', 'partly', 'met', 'no-opportunity'] as const;
  return verdicts.flatMap((machine) =>
    verdicts.flatMap((label) => {
      const n = rows.filter((row) => row.machine === machine && row.label === label).length;
      return n > 0 ? [[machine, label, n] as const] : [];
    }),
  );
};

/** How often verdicts of like confidence are as labelled, where both see an opportunity. */
export const measureConfidence = (judged: ReadonlyMap<QualityId, readonly JudgedVerdict[]>) => {
  const rows = [...judged.values()]
    .flat()
    .filter(isOpened)
    .flatMap(({ confidence, machine, label }) =>
      confidence === null ? [] : [{ said: confidence, isRight: machine === label }],
    )
    .sort((one, other) => one.said - other.said);
  const size = Math.ceil(rows.length / bins);
  return Array.from({ length: bins }, (_, bin) => rows.slice(bin * size, (bin + 1) * size))
    .filter((own) => own.length > 0)
    .map((own) => ({
      said: short(own.reduce((sum, { said }) => sum + said, 0) / own.length),
      right: short(own.filter(({ isRight }) => isRight).length / own.length),
      n: own.length,
    }));
};

const bins = 5;
const short = (value: number): number => Math.round(value * 1000) / 1000;
