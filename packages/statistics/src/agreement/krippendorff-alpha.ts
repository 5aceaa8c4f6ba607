/**
 * Krippendorff's alpha: do reviewers agree beyond luck? Any number of reviewers, gaps allowed, one number for all scales.
 *
 * Use: the default measure of agreement. Nominal for pass/fail, ordinal for 1-5, interval for 0-100. Lower end of the
 * range >= .8: reliable; .667-.8: tentative; below: fix the rubric first.
 * Formula: 1 - Do/De over pairs of ratings of the same item against pairs of any two ratings; an item with m >= 2
 * ratings adds each ordered pair with 1/(m-1). Distances: nominal c != k; interval (c-k)²; ordinal
 * (Σ of n_g from c to k minus (n_c+n_k)/2)². Range: bootstrap over items (percentiles; see `estimateAlpha`).
 * Source: Krippendorff 2011, https://repository.upenn.edu/asc_papers/43
 * Example: `krippendorffAlpha([[1, 1], [2, 2], [3, 3], [1, 2]], 'nominal').alpha` → 0.67
 */
export type RatingScale = 'nominal' | 'ordinal' | 'interval';

/** The ratings of one item; null where a reviewer did not rate it. */
export type ItemRatings = readonly (number | null)[];

export interface Alpha {
  /** null when undefined: no item with two ratings, or no variation at all. */
  alpha: number | null;
  /** Items with at least two ratings. */
  units: number;
  /** Ratings on those items. */
  pairableValues: number;
}

export function krippendorffAlpha(items: readonly ItemRatings[], scale: RatingScale): Alpha {
  const prepared = prepareItems(items);
  const pairableValues = prepared.items.reduce((sum, item) => sum + item.places.length, 0);
  return { alpha: alphaOfItems(prepared, prepared.items, scale), units: prepared.items.length, pairableValues };
}

export interface PreparedItem {
  /** Index of each rating's value in the sorted list of values. */
  places: number[];
}

export interface PreparedRatings {
  /** Every value that occurs, from smallest. */
  values: number[];
  /** Items with at least two ratings. */
  items: PreparedItem[];
  /** For each given item its prepared form, or null when it has fewer than two ratings. */
  byPosition: (PreparedItem | null)[];
}

/** Turns ratings into positions once, so that thousands of resamples need no searching. */
export function prepareItems(items: readonly ItemRatings[]): PreparedRatings {
  const rated = items.map((item) => item.filter((rating): rating is number => rating !== null));
  const pairable = rated.filter((ratings) => ratings.length >= 2);
  const values = [...new Set(pairable.flat())].sort((one, two) => one - two);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const byPosition = rated.map((ratings) =>
    ratings.length < 2 ? null : { places: ratings.map((rating) => placeOf.get(rating) ?? 0) },
  );
  return { values, items: byPosition.filter((item) => item !== null), byPosition };
}

/** Alpha of some of the prepared items (with repeats, in a bootstrap); null when undefined. */
export function alphaOfItems(
  { values }: PreparedRatings,
  items: readonly PreparedItem[],
  scale: RatingScale,
): number | null {
  const counts = new Array<number>(values.length).fill(0);
  let n = 0;
  for (const { places } of items) {
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
    n += places.length;
  }
  const distance = distanceOf(scale, values, counts);
  const expected = expectedDisagreement(scale, values, counts, distance);
  if (n < 2 || expected === 0) return null;
  let observed = 0;
  for (const { places } of items) {
    let within = 0;
    for (const [position, place] of places.entries()) {
      for (let other = 0; other < position; other += 1) within += 2 * distance(place, places[other] ?? place);
    }
    observed += within / (places.length - 1);
  }
  return 1 - ((n - 1) * observed) / expected;
}

type Distance = (place: number, other: number) => number;

function distanceOf(scale: RatingScale, values: readonly number[], counts: readonly number[]): Distance {
  if (scale === 'nominal') return (place, other) => (place === other ? 0 : 1);
  if (scale === 'interval') return (place, other) => ((values[place] ?? 0) - (values[other] ?? 0)) ** 2;
  // Midranks: the sum of counts between two levels minus half of both is the distance of their midranks.
  const midranks: number[] = [];
  let below = 0;
  for (const count of counts) {
    midranks.push(below + count / 2);
    below += count;
  }
  return (place, other) => ((midranks[place] ?? 0) - (midranks[other] ?? 0)) ** 2;
}

/** Σ over ordered pairs of different ratings of their distance. */
function expectedDisagreement(
  scale: RatingScale,
  values: readonly number[],
  counts: readonly number[],
  distance: Distance,
): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (scale === 'interval') {
    // 2(nΣx² - (Σx)²), as squares around the mean: no pairs needed for 0-100 scores with hundreds of values.
    const mean = counts.reduce((sum, count, place) => sum + count * (values[place] ?? 0), 0) / n;
    const squares = counts.reduce((sum, count, place) => sum + count * ((values[place] ?? 0) - mean) ** 2, 0);
    return counts.filter((count) => count > 0).length < 2 ? 0 : 2 * n * squares;
  }
  let total = 0;
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    for (let other = 0; other < place; other += 1) total += 2 * count * (counts[other] ?? 0) * distance(place, other);
  }
  return total;
}
