/**
 * One outcome's whole answer: which qualities go together with it, how the answer changes as the comparison gets fairer,
 * what it rests on, and what would make it surer.
 *
 * Without human reviews the answer is a hint: the machine's own error is still in it, and nothing is ranked. A feeling
 * read by the machine that read the scores stays a hint whatever is reviewed.
 *
 * @example explainDrivers(input, 'satisfied').headline.marked
 */
import {
  type DriverOutcome,
  type DriverQuality,
  type DriversAnswer,
  type DriverTier,
  outcomeWords,
  qualityIds,
  verdicts,
} from '@rapport/contract';
import {
  adjustPValues,
  type Estimate,
  estimateClusteredMean,
  isKnown,
  normalQuantile,
  normalTwoSided,
  refuse,
} from '@rapport/statistics';
import { estimateShare, fewestOpportunities } from '../estimate-rates.ts';
import { writeArticleViews } from '../sentences/write-article-views.ts';
import { type DriversFacts, writeCaveats, writeNext } from '../sentences/write-driver-ground.ts';
import { writeDriverHeadline, writeDriverSentence, writeDriverSummary } from '../sentences/write-driver-sentences.ts';
import { caseMixColumns } from './case-mix-columns.ts';
import { compareFairly } from './compare-fairly.ts';
import { machinePointsPerHumanPoint } from './describe-slopes.ts';
import { type DriversInput, outcomesOf } from './drivers-input.ts';
import { type Driver, type Drivers, estimateDrivers } from './estimate-drivers.ts';
import { findGains } from './find-gains.ts';
import { outcomesNeeded, reviewsFor } from './plan-needs.ts';

/** One step up, from missed to partly or from partly to met, is two human points of 1–5. */
const humanPointsPerStep = 2;

export function explainDrivers(input: DriversInput, outcome: DriverOutcome): DriversAnswer {
  const { table, seed } = input;
  const outcomes = outcomesOf(input, outcome);
  const known = outcomes.filter((one) => one !== null).length;
  const found = estimateDrivers({ table, outcomes, isSurvey: outcome === 'satisfied', seed });
  const rate = outcome === 'satisfied' ? null : estimateRate(input, outcomes, outcome);
  const qualities = describeQualities(input, { found, outcomes, outcome, known });
  const facts: DriversFacts = {
    outcome,
    basis: found.reason ? 'none' : qualities.some(({ corrected }) => corrected) ? 'corrected' : 'uncorrected',
    reason: found.reason ?? null,
    qualities,
    known,
    conversations: table.rows.length,
    agents: new Set(table.rows.map(({ agent }) => agent)).size,
    reviews: table.rows.filter(({ review }) => review !== null).length,
    period: input.period,
    allowedFor: allowedFor(input),
    shared: input.shared,
    unread: input.unread,
    answers: found.answers,
    warnings: found.warnings,
  };
  return {
    outcome,
    basis: facts.basis,
    reason: facts.reason,
    headline: writeDriverHeadline(facts),
    summary: writeDriverSummary(facts),
    rate: rate ?? found.answers?.raw ?? refuse('no_data', { n: 0, method: 'answered-share' }),
    response: found.answers
      ? {
          answered: found.answers.answered,
          of: found.answers.asked,
          weighted: found.answers.weighted,
          bounds: found.answers.bounds ? { lower: found.answers.bounds[0], upper: found.answers.bounds[1] } : null,
          scales: [...input.scales],
        }
      : null,
    qualities,
    articles: writeArticleViews(facts),
    next: writeNext(facts),
    allowedFor: facts.allowedFor,
    caveats: writeCaveats(facts),
    known,
    conversations: facts.conversations,
    agents: facts.agents,
    period: input.period,
    scorerVersion: input.scorerVersion,
    seed,
  };
}

interface Found {
  found: Drivers;
  outcomes: readonly (number | null)[];
  outcome: DriverOutcome;
  known: number;
}

function describeQualities(input: DriversInput, { found, outcomes, outcome, known }: Found): DriverQuality[] {
  const { table } = input;
  const gains = found.reason ? null : findGains(table, found);
  const fair = compareFairly({ table, outcomes, machineStep: humanPointsPerStep * machinePointsPerHumanPoint });
  const hints = findHints(found.drivers.map(({ uncorrected }) => uncorrected));
  const compared = found.drivers.filter(({ uncorrected }) => uncorrected.value !== null).length;
  return qualityIds.map((quality, place): DriverQuality => {
    const driver = found.drivers[place];
    if (!driver) throw new Error(`the scored table has no column for ${quality}`);
    const corrected = driver.slope.value !== null;
    const effect = inSteps(corrected ? driver.slope : driver.uncorrected);
    const tier = tierOf(driver, { corrected, hint: hints[place] === true, isHintOnly: outcome === 'feeling' });
    const gain = gains?.gains[place];
    const hasGain = gain !== undefined && gain.gain.value !== null && outcome !== 'feeling';
    const called = table.rows.reduce((count, { scores }) => count + Number((scores[place] ?? null) !== null), 0);
    const one: Omit<DriverQuality, 'sentence'> = {
      quality,
      tier,
      effect,
      corrected,
      levels: describeLevels(input, { quality: place, outcomes, outcome }),
      fair: [
        ...(fair[place] ?? []),
        { step: 'other-qualities', effect: inSteps(driver.uncorrected) },
        ...(corrected ? [{ step: 'machine-error' as const, effect }] : []),
      ],
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
    return { ...one, sentence: writeDriverSentence(one, outcome) };
  });
}

/** Clear beyond zero with false discovery controlled over all qualities on the page, the machine's error still inside. */
function findHints(effects: readonly Estimate[]): boolean[] {
  const adjusted = adjustPValues(
    effects.map((one) => {
      if (!isKnown(one)) return null;
      const side = one.value >= 0 ? one.value - one.lower : one.upper - one.value;
      return side > 0 ? normalTwoSided((one.value / side) * normalQuantile(0.975)) : 1;
    }),
  );
  return effects.map((one, place) => isKnown(one) && excludesZero(one) && (adjusted[place] ?? 1) < 0.05);
}

function tierOf(
  { slope, uncorrected, tier, clear }: Driver,
  { corrected, hint, isHintOnly }: { corrected: boolean; hint: boolean; isHintOnly: boolean },
): DriverTier {
  const shown = corrected ? slope : uncorrected;
  if (shown.value === null) return 'refused';
  const sure = corrected ? clear : hint;
  if (!sure || tierless(shown)) return 'unsure';
  if (shown.value < 0) return 'against';
  if (!corrected || isHintOnly) return 'hint';
  return tier === 'first' ? 'first' : 'real';
}

const tierless = (one: Estimate): boolean => !isKnown(one) || !excludesZero(one);
const excludesZero = ({ lower, upper }: Estimate): boolean =>
  lower !== null && upper !== null && (lower > 0 || upper < 0);

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
function estimateRate({ table }: DriversInput, outcomes: readonly (number | null)[], outcome: DriverOutcome): Estimate {
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

/** What the comparison holds equal, in words; only what is known here. */
function allowedFor({ table }: DriversInput): string[] {
  const { names } = caseMixColumns(table.rows);
  const has = (name: string) => names.some((one) => one.startsWith(name));
  return [
    'the agent',
    ...(has('channel') ? ['the channel'] : []),
    ...(has('topic') ? ['the topic'] : []),
    ...(has('language') ? ['the language'] : []),
    ...(has('opening emotion') ? ['the customer’s feeling on arrival'] : []),
    ...(has('week') ? ['the week'] : []),
    'the other qualities',
  ];
}

/** The first outcome that can say something, asked ratings before what was observed, hints last; else the ratings. */
export function chooseOutcome(
  outcomes: readonly { outcome: DriverOutcome; basis: DriversAnswer['basis'] }[],
): DriverOutcome {
  return outcomes.find(({ basis }) => basis !== 'none')?.outcome ?? 'satisfied';
}
