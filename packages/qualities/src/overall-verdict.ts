/**
 * One verdict for one quality of one author from its moments: the weightier moments decide.
 *
 * Not a cut of the score: the score counts moments alike, the verdict weighs them. The weighted mean (met 1,
 * partly ½, missed 0) decides, within what the heaviest moment allows: where it was missed, the whole is not
 * "met"; where it was met, the whole is not "missed". Between the two cuts lies a real mix, which is "partly".
 */
import type { Moment, Verdict } from '@rapport/contract';

/** From here up the whole counts as met. */
export const metFrom = 0.7;
/** Below this the whole counts as missed. */
export const missedBelow = 0.3;

export const worth: Record<Verdict, number> = { met: 1, partly: 0.5, missed: 0 };

/** Verdict over at least one moment; a later moment wins between equally heavy ones. */
export const overallVerdict = <One extends Pick<Moment, 'verdict' | 'weight'>>(moments: readonly One[]): Verdict => {
  const total = moments.reduce((sum, { weight }) => sum + weight, 0);
  const mean =
    total > 0
      ? moments.reduce((sum, { weight, verdict }) => sum + weight * worth[verdict], 0) / total
      : moments.reduce((sum, { verdict }) => sum + worth[verdict], 0) / Math.max(moments.length, 1);
  const heaviest = moments.reduce((best, one) => (one.weight >= best.weight ? one : best), moments[0] as One);
  if (mean >= metFrom) return heaviest.verdict === 'missed' ? 'partly' : 'met';
  if (mean < missedBelow) return heaviest.verdict === 'met' ? 'partly' : 'missed';
  return 'partly';
};

/** 100 × (met + partly/2) / moments. */
export const scoreOf = (moments: readonly Pick<Moment, 'verdict'>[]): number =>
  (100 * moments.reduce((sum, { verdict }) => sum + worth[verdict], 0)) / moments.length;
