/**
 * The two scores of the trade, each with its range and never one beside the other as if they were one: IQS from people's
 * reviews, AQS from the machine. What joins them is the pass rate that corrects the machine by random reviews.
 */
import { type Estimate, estimateClusteredMean, refuse } from '@rapport/statistics';

/** One review or one assessment, 0–100; null scores (all not applicable) are left out. */
export interface ServiceScore {
  /** Whose service it is; reviews of one agent are alike. */
  agent: string | number;
  score: number | null;
}

export interface HumanScore extends ServiceScore {
  /** Only reviews drawn at random stand for the conversations they were drawn from. */
  drawnAtRandom: boolean;
}

/** Internal quality score: the plain mean of review scores, over the reviews that were drawn at random. */
export function estimateIqs(reviews: readonly HumanScore[]): Estimate {
  const random = reviews.filter(({ drawnAtRandom }) => drawnAtRandom);
  const method = 'iqs';
  if (random.length === 0 && reviews.length > 0) return refuse('reviews_not_random', { n: reviews.length, method });
  return meanOf(random, method, random.length < reviews.length);
}

/** Auto quality score: the plain mean of the machine's scores on the same scorecard. Its own error is not in the range. */
export function estimateAqs(assessments: readonly ServiceScore[]): Estimate {
  const found = meanOf(assessments, 'aqs', false);
  return { ...found, warnings: [...found.warnings, 'what the machine gets wrong is not in the range'] };
}

/**
 * What a change of the scorecard does to the machine's score: the mean difference over the very same service, so that
 * what differs is the scorecard's doing alone.
 */
export const estimateShift = (rows: readonly { agent: string | number; before: number; after: number }[]): Estimate =>
  estimateClusteredMean({ rows: rows.map(({ agent, before, after }) => ({ cluster: agent, value: after - before })) });

function meanOf(rows: readonly ServiceScore[], method: string, leftOut: boolean): Estimate {
  const known = rows.flatMap(({ agent, score }) => (score === null ? [] : [{ cluster: agent, value: score }]));
  const { lower, upper, inner, ...found } = estimateClusteredMean({ rows: known });
  const onScale = (value: number): number => Math.min(100, Math.max(0, value));
  return {
    ...found,
    lower: lower === null ? null : onScale(lower),
    upper: upper === null ? null : onScale(upper),
    ...(inner === undefined ? {} : { inner: { lower: onScale(inner.lower), upper: onScale(inner.upper) } }),
    method,
    warnings: [...found.warnings, ...(leftOut ? ['reviews chosen for a reason are left out'] : [])],
  };
}
