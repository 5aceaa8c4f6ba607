/**
 * Trains politeness and hostility as two outputs of one linear model. Politeness learns from its raters' place within
 * their site (soft targets, so the neutral half teaches too); hostility from abuse of chatbots, slurs and insults.
 */

import { z } from 'zod';
import type { PlainSentence } from '../packages/qualities/src/acts/act-reader.ts';
import { formFactor, textFactor } from '../packages/qualities/src/models/act-features.ts';
import { FeatureList } from '../packages/qualities/src/models/feature-list.ts';
import { storeWeights } from '../packages/qualities/src/models/feature-weights.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { NumberArray } from '../packages/qualities/src/models/packed-arrays.ts';
import { findToneFeatures, letterFactor, toneColumns } from '../packages/qualities/src/models/tone-model.ts';
import { findSentenceRanges } from '../packages/qualities/src/text/find-sentences.ts';
import { findWords } from '../packages/qualities/src/text/find-words.ts';
import { fitScaling, type Scaling } from './calibrate.ts';
import { dropWeakRows } from './drop-weak-rows.ts';
import { chooseFeatures, type Example } from './example.ts';
import { applyLinear, fitLinear, type Linear } from './fit-linear.ts';
import type { CorpusConversation } from './read-service.ts';

const fewest = 4;
/** Raters of politeness agree little, so it is learned in smaller steps than hostility. */
const settings = { passes: 6, decay: 1e-4, seed: 1, outputCount: 1 };
const stepSizes = [0.05, 0.15] as const;
const weightSteps = 31;
const keptShare = 0.5;
const foldCount = 5;

/** How much a row of each set counts. Abuse of a machine comes closest to a customer's anger at an agent. */
const weights = { politeness: 1, convabuse: 2, offensive: 0.25, service: 0.7, goemotions: 0.1 } as const;
type Source = keyof typeof weights;

interface Unit {
  source: Source;
  fold: number;
  example: Example;
  /** Polite 1, impolite −1, the middle half 0; only where rated. */
  politeClass: -1 | 0 | 1 | null;
}

export interface ToneRows {
  politeness: readonly unknown[];
  convabuse: readonly unknown[];
  offensive: readonly unknown[];
  goemotions: readonly unknown[];
  service: readonly CorpusConversation[];
}

export const trainTone = (rows: ToneRows): Record<string, NumberArray> => {
  const units = collectUnits(rows);
  const { keys, examples } = chooseFeatures(
    units.map((unit) => unit.example),
    fewest,
  );
  const odds = readBlind(units, examples, keys.length);
  const rated = units.flatMap((unit, index) =>
    unit.politeClass === null ? [] : [{ unit, odds: odds[index]?.[0] ?? 0 }],
  );
  const politeness = fitScaling(
    rated
      .filter(({ unit }) => unit.politeClass !== 0)
      .map(({ unit, odds: one }) => ({ odds: one, isTrue: unit.politeClass === 1, weight: 1 })),
  );
  const hostility = fitScaling(
    units.flatMap(({ source, example }, index) =>
      source === 'convabuse' ? [{ odds: odds[index]?.[1] ?? 0, isTrue: example.targets[1] === 1, weight: 1 }] : [],
    ),
  );
  const linear = fitOne(examples, keys.length);
  const kept = dropWeakRows(keys, linear.rows, toneColumns.length, keptShare);
  const stored = storeWeights(kept.keys, kept.rows, toneColumns.length, weightSteps);
  return {
    'tone.keys': stored.keys,
    'tone.rows': stored.rows,
    'tone.scales': stored.scales,
    'tone.biases': linear.biases,
    'tone.slopes': Float32Array.of(politeness.slope, hostility.slope),
    'tone.offsets': Float32Array.of(politeness.offset, hostility.offset),
    'tone.classes': Float32Array.from(findClasses(rated, politeness)),
  };
};

/** Each output is fitted on the rows that say something about it. */
const fitOne = (examples: readonly Example[], featureCount: number): Linear => {
  const own = stepSizes.map((stepSize, column) => {
    const telling = examples
      .filter(({ targets }) => !Number.isNaN(targets[column]))
      .map((example) => ({ ...example, targets: example.targets.slice(column, column + 1) }));
    return fitLinear(telling, { ...settings, stepSize, featureCount });
  });
  const rows = new Float32Array(featureCount * stepSizes.length);
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = own[at % stepSizes.length]?.rows[Math.floor(at / stepSizes.length)] ?? 0;
  return { rows, biases: Float32Array.from(own, ({ biases }) => biases[0] ?? 0) };
};

const readBlind = (units: readonly Unit[], examples: readonly Example[], featureCount: number): Float32Array[] => {
  const odds: Float32Array[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const linear = fitOne(
      examples.filter((_, index) => units[index]?.fold !== fold),
      featureCount,
    );
    for (const [index, example] of examples.entries())
      if (units[index]?.fold === fold) odds[index] = applyLinear(linear, example);
  }
  return odds;
};

/** The two borders between impolite, neutral and polite with the best mean F1 of the three. */
const findClasses = (rated: readonly { unit: Unit; odds: number }[], { slope, offset }: Scaling): [number, number] => {
  const scored = rated.map(({ unit, odds }) => ({
    score: 1 / (1 + Math.exp(-(slope * odds + offset))),
    truth: unit.politeClass,
  }));
  let best: { f1: number; borders: [number, number] } = { f1: -1, borders: [0.4, 0.6] };
  for (let low = 0.1; low < 0.6; low += 0.02) {
    for (let high = low; high < 0.9; high += 0.02) {
      const f1 = meanF1(scored, low, high);
      if (f1 > best.f1) best = { f1, borders: [low, high] };
    }
  }
  return best.borders;
};

const meanF1 = (scored: readonly { score: number; truth: number | null }[], low: number, high: number): number => {
  const counts = new Map([-1, 0, 1].map((one) => [one, { right: 0, said: 0, true: 0 }]));
  for (const { score, truth } of scored) {
    const said = counts.get(score >= high ? 1 : score < low ? -1 : 0);
    const real = counts.get(truth ?? 0);
    if (said) said.said += 1;
    if (real) real.true += 1;
    if (said && said === real) said.right += 1;
  }
  return [...counts.values()].reduce((sum, one) => sum + (2 * one.right) / (one.said + one.true || 1), 0) / 3;
};

const politenessRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ class: z.enum(['polite', 'neutral', 'impolite']), score: z.number() }),
  meta: z.object({ domain: z.string() }),
});
const abuseRow = z.object({ group: z.string(), text: z.string(), labels: z.object({ abusive: z.boolean() }) });
const offensiveRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ class: z.enum(['hate', 'offensive', 'neither']) }),
});
const emotionRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ emotions: z.array(z.string()) }),
});

const collectUnits = (rows: ToneRows): Unit[] => {
  const list = new FeatureList();
  const units: Unit[] = [];
  const add = (
    source: Source,
    group: string,
    text: string,
    targets: [number, number],
    politeClass: Unit['politeClass'],
  ): void => {
    const sentences = sentencesOf(text);
    if (sentences.length === 0) return;
    const fold = (hashText(group) >>> 0) % foldCount;
    units.push({ source, fold, politeClass, example: toneExample(sentences, list, targets, weights[source]) });
  };
  const none = Number.NaN;
  const rated = rows.politeness.map((row) => politenessRow.parse(row));
  const rank = rankWithin(rated.map(({ meta, labels }) => ({ group: meta.domain, value: labels.score })));
  for (const [index, { group, text, labels }] of rated.entries()) {
    const politeClass = labels.class === 'polite' ? 1 : labels.class === 'impolite' ? -1 : 0;
    add('politeness', group, text, [rank[index] ?? 0.5, none], politeClass);
  }
  for (const { group, text, labels } of rows.convabuse.map((row) => abuseRow.parse(row)))
    add('convabuse', group, text, [none, labels.abusive ? 1 : 0], null);
  for (const { group, text, labels } of rows.offensive.map((row) => offensiveRow.parse(row)))
    add('offensive', group, text, [none, labels.class === 'neither' ? 0 : 1], null);
  for (const { group, text, labels } of rows.goemotions.map((row) => emotionRow.parse(row)))
    if (!labels.emotions.some((name) => ['anger', 'annoyance', 'disgust', 'disapproval'].includes(name)))
      add('goemotions', group, text, [none, 0], null);
  for (const { id, turns } of rows.service) {
    for (const { role, sentences } of turns) {
      if (role !== 'customer' && role !== 'agent') continue;
      for (const { text, labels } of sentences) {
        if (!labels) continue;
        const isHostile = labels.includes('insult') || labels.includes('mirror-hostility');
        add('service', id, text, [none, isHostile ? 1 : 0], null);
      }
    }
  }
  return units;
};

const sentencesOf = (text: string): PlainSentence[] =>
  findSentenceRanges(text).map(({ start, end }) => {
    const own = text.slice(start, end);
    return { text: own, words: findWords(own) };
  });

const toneExample = (
  sentences: readonly PlainSentence[],
  list: FeatureList,
  targets: [number, number],
  weight: number,
): Example => {
  const { letters, form } = findToneFeatures(sentences, list);
  const words = textFactor(letters);
  const runs = letterFactor(form - letters);
  return {
    features: list.keys.slice(0, list.length),
    amounts: Float32Array.from({ length: list.length }, (_, at) =>
      at < letters ? words : at < form ? runs : formFactor,
    ),
    targets: Float32Array.from(targets),
    weight,
  };
};

/** Place of each value among those of its group, 0…1. */
const rankWithin = (values: readonly { group: string; value: number }[]): number[] => {
  const sorted = new Map<string, number[]>();
  for (const { group, value } of values) {
    const list = sorted.get(group) ?? [];
    list.push(value);
    sorted.set(group, list);
  }
  for (const list of sorted.values()) list.sort((one, other) => one - other);
  return values.map(({ group, value }) => {
    const list = sorted.get(group) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return list.length < 2 ? 0.5 : low / (list.length - 1);
  });
};
