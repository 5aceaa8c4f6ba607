/** What every fit learns from: features that hold, with amounts, and what should come out. */
import type { FeatureList } from '../packages/qualities/src/models/feature-list.ts';

export interface Example {
  /** Feature hashes before `chooseFeatures`, row numbers after it. */
  features: Int32Array;
  amounts: Float32Array;
  /** 0…1 per output; NaN where this example says nothing. */
  targets: Float32Array;
  /** How much it counts. */
  weight: number;
}

/** Takes what stands in the list: up to `split` with one amount, the rest with another. */
export const exampleOf = (
  list: FeatureList,
  split: number,
  [first, rest]: readonly [number, number],
  targets: Float32Array,
  weight: number,
): Example => ({
  features: list.keys.slice(0, list.length),
  amounts: Float32Array.from({ length: list.length }, (_, at) => (at < split ? first : rest)),
  targets,
  weight,
});

export interface ChosenFeatures {
  /** Hash of each row, ascending. */
  keys: Int32Array;
  examples: Example[];
}

/** Keeps features that stand in at least `fewest` of the `counted` examples, and gives them row numbers. */
export const chooseFeatures = (
  examples: readonly Example[],
  fewest: number,
  counted: readonly Example[] = examples,
): ChosenFeatures => {
  const counts = new Map<number, number>();
  for (const { features } of counted) {
    for (const key of new Set(features)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = Int32Array.from([...counts].filter(([, count]) => count >= fewest).map(([key]) => key)).sort();
  const rows = new Map<number, number>();
  for (const [row, key] of keys.entries()) rows.set(key, row);
  return {
    keys,
    examples: examples.map((example) => {
      const kept: number[] = [];
      const amounts: number[] = [];
      for (const [at, key] of example.features.entries()) {
        const row = rows.get(key);
        if (row === undefined) continue;
        kept.push(row);
        amounts.push(example.amounts[at] ?? 0);
      }
      return { ...example, features: Int32Array.from(kept), amounts: Float32Array.from(amounts) };
    }),
  };
};
