/** Each quality of one outcome's answer: its tier, its effect per step, its levels, and how it got fairer. */
import {
  type DriverOutcome,
  type DriverQuality,
  type DriverTier,
  outcomeWords,
  qualityIds,
  verdicts,
} from '@rapport/contract';
import { clip, type Estimate, estimateClusteredMean, isKnown, refuse } from '@rapport/statistics';
import { areClear, excludesZero } from '../control-false-discovery.ts';
import { estimateShare, fewestOpportunities } from '../estimate-rates.ts';
import { sayChannels } from '../sentences/write-channel-sentences.ts';
import { writeDriverSentence, writeQualityHeadline } from '../sentences/write-driver-sentences.ts';
import { readsReaction } from '../trouble.ts';
import { compareChannels } from './compare-channels.ts';
import { compareFairly } from './compare-fairly.ts';
import { machinePointsPerHumanPoint } from './describe-slopes.ts';
import type { DriversInput } from './drivers-input.ts';
import type { Driver, Drivers } from './estimate-drivers.ts';
import { findGains } from './find-gains.ts';
import { outcomesNeeded, reviewsFor } from './plan-needs.ts';

/** One step up, from missed to partly or from partly to met, is two human points of 1–5. */
const humanPointsPerStep = 2;

interface Found {
  found: Drivers;
  outcomes: readonly (number | null)[];
  outcome: DriverOutcome;
  known: number;
}

export function describeQualities(input: DriversInput, { found, outcomes, outcome, known }: Found): DriverQuality[] {
  const { table, seed } = input;
  const gains = found.reason ? null : findGains(table, found);
  const machineStep = humanPointsPerStep * machinePointsPerHumanPoint;
  const fair = compareFairly({ table, outcomes, machineStep });
  const byChannel = compareChannels({ table, outcomes, machineStep });
  const said = (effect: Estimate): Estimate => (outcomeWords[outcome].isShare ? asDifference(effect) : effect);
  // The machine's error is still inside; false discovery is controlled over all qualities on the page.
  const hints = areClear(
    qualityIds.map((quality, place) =>
      found.drivers[place] && !(outcome === 'feeling' && readsReaction(quality))
        ? found.drivers[place].uncorrected
        : refuse('collinear', { n: 0, method: 'left-out' }),
    ),
  );
  const compared = found.drivers.filter(({ uncorrected }) => uncorrected.value !== null).length;
  return qualityIds.map((quality, place): DriverQuality => {
    const driver = found.drivers[place];
    if (!driver) throw new Error(`the scored table has no column for ${quality}`);
    const circular = outcome === 'feeling' && readsReaction(quality);
    const corrected = driver.slope.value !== null && !circular;
    const effect = circular
      ? refuse('collinear', { n: driver.opportunities, method: 'within-agents', seed })
      : said(inSteps(corrected ? driver.slope : driver.uncorrected));
    const tier = circular
      ? 'refused'
      : tierOf(driver, { corrected, hint: hints[place] === true, isHintOnly: outcome === 'feeling' });
    const gain = gains?.gains[place];
    const hasGain = gain !== undefined && gain.gain.value !== null && outcome !== 'feeling';
    const called = table.rows.reduce((count, { scores }) => count + Number((scores[place] ?? null) !== null), 0);
    const one: Omit<DriverQuality, 'headline' | 'sentence'> = {
      quality,
      tier,
      effect,
      corrected,
      levels: describeLevels(input, { quality: place, outcomes, outcome }),
      fair: circular
        ? []
        : [
            ...(fair[place] ?? []).map(({ step, effect: one }) => ({ step, effect: said(one) })),
            { step: 'other-qualities', effect: said(inSteps(driver.uncorrected)) },
            ...(corrected ? [{ step: 'machine-error' as const, effect }] : []),
          ],
      byChannel:
        tier === 'refused' || !byChannel[place]
          ? null
          : sayChannels(
              quality,
              {
                ...byChannel[place],
                channels: byChannel[place].channels.map((one) => ({ ...one, effect: said(one.effect) })),
              },
              outcome,
            ),
      gain: hasGain ? gain.gain : null,
      chanceFirst: hasGain ? gain.pBest : null,
      recommended: hasGain && gain.recommended,
      opportunities: countKnown(outcomes, (row) => (table.rows[row]?.scores[place] ?? null) !== null),
      reviews: driver.reviews,
      needs: {
        outcomes: outcomeWords[outcome].isShare ? outcomesNeeded(effect, known) : null,
        reviews: corrected
          ? null
          : reviewsFor({
              qualities: Math.max(1, compared),
              opportunities: called,
              conversations: table.rows.length,
            }),
      },
    };
    return { ...one, headline: writeQualityHeadline(one, outcome), sentence: writeDriverSentence(one, outcome) };
  });
}

function tierOf(
  { slope, uncorrected, tier, clear }: Driver,
  { corrected, hint, isHintOnly }: { corrected: boolean; hint: boolean; isHintOnly: boolean },
): DriverTier {
  const shown = corrected ? slope : uncorrected;
  if (shown.value === null) return 'refused';
  const sure = corrected ? clear : hint;
  if (!sure || !excludesZero(shown)) return 'unsure';
  if (shown.value < 0) return 'against';
  if (!corrected || isHintOnly) return 'hint';
  return tier === 'first' ? 'first' : 'real';
}

/** A straight line can leave what shares can differ by; nobody is told of more than 100 in 100. */
function asDifference(estimate: Estimate): Estimate {
  if (!isKnown(estimate)) return estimate;
  const within = ({ lower, upper }: { lower: number; upper: number }) => ({
    lower: clip(lower, -1, 1),
    upper: clip(upper, -1, 1),
  });
  const inner = estimate.inner ? { inner: within(estimate.inner) } : {};
  return { ...estimate, value: clip(estimate.value, -1, 1), ...within(estimate), ...inner };
}

function inSteps(estimate: Estimate): Estimate {
  const times = (value: number) => value * humanPointsPerStep;
  if (!isKnown(estimate)) return estimate;
  return {
    ...estimate,
    value: times(estimate.value),
    lower: times(estimate.lower),
    upper: times(estimate.upper),
    ...(estimate.inner ? { inner: { lower: times(estimate.inner.lower), upper: times(estimate.inner.upper) } } : {}),
  };
}

interface LevelsQuestion {
  /** Place among the qualities. */
  quality: number;
  outcomes: readonly (number | null)[];
  outcome: DriverOutcome;
}

function describeLevels(input: DriversInput, { quality, outcomes, outcome }: LevelsQuestion): DriverQuality['levels'] {
  return [...verdicts].reverse().map((verdict) => {
    const at = outcomes.map((one, row) => (input.verdicts[row]?.[quality] === verdict ? one : null));
    return {
      verdict,
      conversations: at.filter((one) => one !== null).length,
      outcome: estimateRate(input, at, outcome),
    };
  });
}

/** The outcome over the rows in which it is known, clustered by agent. */
export function estimateRate(
  { table }: DriversInput,
  outcomes: readonly (number | null)[],
  outcome: DriverOutcome,
): Estimate {
  const rows = outcomes.flatMap((value, row) =>
    value === null ? [] : [{ cluster: table.rows[row]?.agent ?? '', value }],
  );
  if (outcomeWords[outcome].isShare) {
    return estimateShare(rows.map(({ cluster, value }) => ({ cluster, event: value === 1 })));
  }
  return rows.length < fewestOpportunities
    ? refuse(rows.length === 0 ? 'no_data' : 'too_few_rows', { n: rows.length, method: 'clustered-mean' })
    : estimateClusteredMean({ rows });
}

const countKnown = (outcomes: readonly (number | null)[], counts: (row: number) => boolean): number =>
  outcomes.reduce((count: number, one, row) => count + Number(one !== null && counts(row)), 0);
