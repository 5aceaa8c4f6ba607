/**
 * Measures how the rules of each quality and the acts of the replies are weighed into a verdict, on labelled
 * conversations as read blind. Only acts that belong to a quality may speak for it (`weighing/signs.ts`), those that show
 * it never against it and those that hurt it never in its favour.
 */
import { type Moment, type QualityId, qualityIds, type ScoreVerdict } from '@rapport/contract';
import { allQualities } from '../packages/qualities/src/all-qualities.ts';
import { threadOf } from '../packages/qualities/src/thread/thread-of.ts';
import { replyFeatures, replyFeaturesOf } from '../packages/qualities/src/weighing/reply-features.ts';
import { onlyWhether, ruleFeatureCount, ruleFeaturesOf } from '../packages/qualities/src/weighing/rule-features.ts';
import { signsOf } from '../packages/qualities/src/weighing/signs.ts';
import type { Logit, QualityWeights } from '../packages/qualities/src/weighing/verdict-weights.ts';
import type { Assessment } from './assessments.ts';
import { fitLogit } from './fit-logit.ts';
import { isEveryday } from './read-own-conversations.ts';
import { foldCount } from './read-service.ts';

export type VerdictWeights = Record<QualityId, QualityWeights>;

const ridge = 0.1;
/**
 * What calls for a quality shows in many small signs, and is told better when they are held back less. Verdicts agree better so,
 * too, but then a dialect's spelling moves twice as many of them, so they are held back.
 */
const openingRidge = 0.03;
/** Rules are few and were thought about; they are held back less than single acts. */
const trustInRules = 2;
/** A rule that spoke in fewer conversations has no weight of its own. */
const fewestForRule = 4;
/** With fewer labelled "no opportunity" a quality counts as always opened. */
const fewestUnopened = 10;

interface Row {
  assessment: Assessment;
  moments: readonly Moment[];
  verdict: ScoreVerdict;
  replies: Float64Array;
}

/** @returns weights for every quality, and for each assessment the weights that did not see its conversation */
export const trainVerdicts = (
  assessments: readonly Assessment[],
): { weights: VerdictWeights; blind: readonly VerdictWeights[] } => {
  const fitted = qualityIds.map((id) => [id, trainQuality(id, rowsOf(id, assessments))] as const);
  const blind = Array.from({ length: foldCount }, (_, fold) =>
    weightsFrom(fitted, (one) => one.blind[fold] ?? one.all),
  );
  return { weights: weightsFrom(fitted, (one) => one.all), blind };
};

interface Trained {
  all: QualityWeights;
  blind: QualityWeights[];
}

// Built from the complete list of qualities, so every key is there.
const weightsFrom = (
  fitted: readonly (readonly [QualityId, Trained])[],
  pick: (one: Trained) => QualityWeights,
): VerdictWeights => Object.fromEntries(fitted.map(([id, one]) => [id, pick(one)])) as VerdictWeights;

const rowsOf = (id: QualityId, assessments: readonly Assessment[]): Row[] => {
  const quality = allQualities.find((one) => one.id === id);
  return assessments.flatMap((assessment) => {
    const verdict = assessment.verdicts[id];
    if (!verdict || !quality) return [];
    const { reading, agent } = assessment;
    const moments = quality.findMoments(reading, agent, {});
    return [{ assessment, moments, verdict, replies: replyFeaturesOf(threadOf(reading, agent)) }];
  });
};

const trainQuality = (id: QualityId, rows: readonly Row[]): Trained => {
  const blind = Array.from({ length: foldCount }, (_, fold) =>
    fitQuality(
      id,
      rows.filter(({ assessment }) => assessment.fold !== fold),
    ),
  );
  return { all: fitQuality(id, rows), blind };
};

const fitQuality = (id: QualityId, rows: readonly Row[]): QualityWeights => {
  const rules = rulesOf(rows);
  const opened = rows.filter(({ verdict }) => verdict !== 'no-opportunity');
  const isSometimesUnopened = rows.length - opened.length >= fewestUnopened;
  const forVerdict = placesFor(id, 'verdict');
  return {
    rules,
    opened: isSometimesUnopened
      ? fitChance(rows, rules, placesFor(id, 'opening'), ({ verdict }) => verdict !== 'no-opportunity', {
          rulesRead: onlyWhether,
          holdBack: openingRidge,
          trustInKind: 3,
        })
      : null,
    partly: fitChance(opened, rules, forVerdict, ({ verdict }) => verdict !== 'missed'),
    met: fitChance(opened, rules, forVerdict, ({ verdict }) => verdict === 'met'),
  };
};

const rulesOf = (rows: readonly Row[]): string[] => {
  const counts = new Map<string, number>();
  for (const { moments } of rows)
    for (const rule of new Set(moments.map((moment) => moment.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].flatMap(([rule, count]) => (count >= fewestForRule ? [rule] : [])).sort();
};

interface Place {
  at: number;
  sign: number;
}

/**
 * Whether something called for a quality may be read from all words before the replies and from how long the thread is;
 * how it was met only from the replies.
 */
const placesFor = (id: QualityId, what: 'opening' | 'verdict'): Place[] => {
  const { shows, hurts, colours = [], shapes = [] } = signsOf[id];
  const known: readonly string[] = [...shows, ...hurts, ...colours];
  return replyFeatures.flatMap((name, at): Place[] => {
    const act = name.slice(name.indexOf(' ') + 1);
    if (what === 'opening')
      return isOpening(name) || name === 'replies' || opensWith[id]?.includes(name) ? [{ at, sign: 0 }] : [];
    if (shapes.includes(name)) return [{ at, sign: 0 }];
    if (isOpening(name) || !known.includes(act)) return [];
    return [{ at, sign: signOf(act, shows, hurts) }];
  });
};

/** What of the author's side opens a quality by definition: a no, the end, somebody else's turn before. */
const opensWith: Partial<Record<QualityId, readonly string[]>> = {
  humility: ['anywhere refuse'],
  adaptability: ['anywhere refuse'],
  appreciation: ['closes'],
  responsiveness: ['longest wait', 'first wait', 'after a colleague'],
};

const isOpening = (name: string): boolean =>
  /^(?:customer|unhappiest|mood|steepest|words of|loud|something|about|questions asked)/.test(name);
const signOf = (act: string, shows: readonly string[], hurts: readonly string[]): number =>
  shows.includes(act) ? 1 : hurts.includes(act) ? -1 : 0;

const allOf = (features: Float64Array): Float64Array => features;

interface FitSettings {
  rulesRead: (features: Float64Array) => Float64Array;
  holdBack: number;
  /** 0 does not tell own conversations apart. */
  trustInKind: number;
}

const asVerdict: FitSettings = { rulesRead: allOf, holdBack: ridge, trustInKind: 0 };

const fitChance = (
  rows: readonly Row[],
  rules: readonly string[],
  places: readonly Place[],
  isTrue: (row: Row) => boolean,
  { rulesRead, holdBack, trustInKind } = asVerdict,
): Logit => {
  const ruleCount = rulesRead === allOf ? ruleFeatureCount(rules) : 1;
  const table = rows.map(({ assessment, moments, replies }) =>
    Float64Array.from([
      ...rulesRead(ruleFeaturesOf(rules, moments)),
      ...places.map(({ at }) => replies[at] ?? 0),
      ...kindOf(assessment),
    ]),
  );
  const { bias, weights } = fitLogit(
    table,
    rows.map((row) => (isTrue(row) ? 1 : 0)),
    rows.map(({ assessment }) => assessment.importance),
    {
      ridge: holdBack,
      trust: [...Array<number>(ruleCount).fill(trustInRules), ...places.map(() => 1), trustInKind, trustInKind],
      signs: [...Array<number>(ruleCount).fill(0), ...places.map(({ sign }) => sign), 0, 0],
    },
  );
  const kept = places.flatMap(({ at }, index) => {
    const weight = rounded(weights[ruleCount + index] ?? 0);
    return weight === 0 ? [] : [{ at, weight }];
  });
  return {
    bias: rounded(bias),
    ofRules: [...weights.subarray(0, ruleCount)].map(rounded),
    at: kept.map(({ at }) => at),
    weights: kept.map(({ weight }) => weight),
  };
};

/**
 * Own conversations and examples call for nothing more or less often than the corpus. Told apart by two numbers that are
 * nought in the corpus and dropped afterwards, they teach what matters without shifting how often it happens. Everyday
 * threads are written to be as often plain as life is, so they are not told apart.
 */
const kindOf = ({ id, importance }: Assessment): number[] => [
  importance < 1 && !isEveryday(id) ? 1 : 0,
  importance > 1 ? 1 : 0,
];

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
