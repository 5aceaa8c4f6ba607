/** What the reviews say of a team: rates with ranges, the two scores apart, and how much they rest on. */
import { floors, qualityIds, type ReviewResults } from '@rapport/contract';
import { estimateAqs, estimateIqs, estimateReviewRate } from '@rapport/insight';
import { type Estimate, estimateClusteredMean } from '@rapport/statistics';
import { loadDefaultScorecard } from '../store/default-scorecard.ts';
import type { Db } from '../store/open-store.ts';
import { listReaches, type Period } from '../store/reviews/reach.ts';
import { countReviews } from '../store/reviews/review-counts.ts';
import {
  listAutoScores,
  listBlindReadings,
  listJudgedMoments,
  listRandomReviews,
  listStrata,
} from '../store/reviews/review-facts.ts';
import { countAlike } from './compare-readings.ts';
import { judgementsOf, loadScorecards } from './judgements-of.ts';

export async function findReviewResults(
  db: Db,
  workspace: number,
  { now, ...period }: Period & { now: Date },
): Promise<ReviewResults> {
  const reaches = await listReaches(db, workspace);
  const strata = await listStrata(db, workspace, { period, reaches, quality: null });
  const reviews = await listRandomReviews(db, workspace, { period, reaches });
  const moments = await listJudgedMoments(db, workspace, { period, reaches });
  const scorecards = await loadScorecards(db, workspace, reviews);
  const rates = qualityIds.map((quality) => ({
    quality,
    found: estimateReviewRate(
      strata.filter((one) => one.quality === quality),
      judgementsOf(quality, { reviews, moments, scorecards }),
    ),
  }));
  const standard = await loadDefaultScorecard(db, workspace, now);
  const auto = await listAutoScores(db, workspace, { period, content: standard.version.content });
  const counts = await countReviews(db, workspace, period);
  const momentSeconds = moments.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  const { random, flagged, chosen, disputed, replaced } = counts;
  return {
    from: period.from?.toISOString() ?? null,
    to: period.to?.toISOString() ?? null,
    sentence: describeResults({
      random,
      moments: moments.length,
      known: rates.filter(({ found }) => isEnough(found.team)).length,
    }),
    iqs: estimateIqs(reviews.map(({ agent, score }) => ({ agent, score, drawnAtRandom: true }))),
    aqs: estimateAqs(auto),
    qualities: rates.map(({ quality, found }) => ({
      quality,
      rate: found.team,
      reviews: found.reviews,
      moments: found.moments,
      conversations: found.conversations,
    })),
    reviewed: { random, flagged, chosen, disputed, replaced, moments: moments.length },
    coverage: { reviewed: counts.parts, eligible: counts.eligible },
    agreement: await estimateAgreement(db, workspace, period),
    hours: (counts.seconds + momentSeconds) / 3600,
    leftOut: countUnspokenFor(strata, [...reviews, ...moments]),
    scorecard: standard.name,
  };
}

/** How often a person, reading blind, said what the machine said: of each review the share, each review once. */
async function estimateAgreement(db: Db, workspace: number, period: Period): Promise<Estimate> {
  const blind = await listBlindReadings(db, workspace, period);
  const scorecards = await loadScorecards(db, workspace, blind);
  const rows = blind.flatMap(({ agent, content, machine, versionId }) => {
    const scorecard = scorecards.get(versionId);
    const { alike, compared } = scorecard ? countAlike(content, machine, scorecard) : { alike: 0, compared: 0 };
    return compared === 0 ? [] : [{ cluster: agent, value: alike / compared }];
  });
  const found = estimateClusteredMean({ rows });
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const { lower, upper, inner, ...rest } = found;
  return {
    ...rest,
    lower: lower === null ? null : within(lower),
    upper: upper === null ? null : within(upper),
    ...(inner === undefined ? {} : { inner: { lower: within(inner.lower), upper: within(inner.upper) } }),
  };
}

/** Agents in reach of a draw of whom no random review or moment speaks. */
function countUnspokenFor(strata: readonly { agent: number }[], judged: readonly { agent: number }[]): number {
  const spokenFor = new Set(judged.map(({ agent }) => agent));
  return new Set(strata.map(({ agent }) => agent).filter((agent) => !spokenFor.has(agent))).size;
}

/** From so many judgements on a share is called a rate. */
const isEnough = ({ value, n }: Estimate): boolean => value !== null && n >= floors.opportunitiesForRate;

/** The answer before the table. */
export function describeResults({
  random,
  moments,
  known,
}: {
  random: number;
  moments: number;
  known: number;
}): string {
  if (random + moments === 0) return 'No conversation has been reviewed at random yet.';
  const said = [
    ...(random === 0 ? [] : [`${random} random ${random === 1 ? 'review' : 'reviews'}`]),
    ...(moments === 0 ? [] : [`${moments} single ${moments === 1 ? 'moment' : 'moments'}`]),
  ].join(' and ');
  if (known === 0) return `${said} so far: too few for a rate.`;
  return `${said} set the machine right on ${known} of ${qualityIds.length} qualities.`;
}
