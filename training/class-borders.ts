/** Where impolite ends and polite begins. */

export interface RatedText {
  /** 0…1, read without having seen the text. */
  score: number;
  truth: -1 | 0 | 1;
  site: string;
}

const classes = [-1, 0, 1] as const;

/**
 * The two borders with the best mean F1 of the three classes, first over all texts as they are (half of them neutral),
 * then over each site with the three classes weighed alike; all count the same. Service replies have no quartiles, so
 * neither mixture alone should decide.
 */
export const findClassBorders = (rated: readonly RatedText[]): [number, number] => {
  const sites = [...new Set(rated.map(({ site }) => site))].sort();
  const views = [
    weigh(rated, () => 1),
    ...sites.map((site) => {
      const own = rated.filter((one) => one.site === site);
      const counts = new Map(classes.map((name) => [name, own.filter(({ truth }) => truth === name).length]));
      return weigh(own, ({ truth }) => 1 / (counts.get(truth) || 1));
    }),
  ];
  let best: { sum: number; borders: [number, number] } = { sum: -1, borders: [0.4, 0.6] };
  for (let low = 0.1; low < 0.6; low += 0.02) {
    for (let high = low; high < 0.9; high += 0.02) {
      const sum = views.reduce((total, view) => total + meanF1(view, low, high), 0);
      if (sum > best.sum) best = { sum, borders: [low, high] };
    }
  }
  return best.borders;
};

interface Weighed extends RatedText {
  weight: number;
}

const weigh = (rated: readonly RatedText[], weightOf: (one: RatedText) => number): Weighed[] =>
  rated.map((one) => ({ ...one, weight: weightOf(one) }));

const meanF1 = (rated: readonly Weighed[], low: number, high: number): number => {
  const counts = new Map(classes.map((one) => [one, { right: 0, said: 0, true: 0 }]));
  for (const { score, truth, weight } of rated) {
    const name = score >= high ? 1 : score < low ? -1 : 0;
    const said = counts.get(name);
    const real = counts.get(truth);
    if (said) said.said += weight;
    if (real) real.true += weight;
    if (said && name === truth) said.right += weight;
  }
  return [...counts.values()].reduce((sum, one) => sum + (2 * one.right) / (one.said + one.true || 1), 0) / 3;
};
