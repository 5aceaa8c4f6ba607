/**
 * Are hard conversations shared out fairly? Under even sharing they fall on people as cards do when shuffled: whoever has
 * twice the conversations has about twice the hard ones, give or take luck.
 *
 * Hard is what arrived hard, before this person's first reply, so nothing anybody did can make their own load look hard.
 * Evenness by chi-square, by seeded shuffles where numbers are small, and in large teams with those of few conversations
 * counted together; who carries more by the exact hypergeometric distribution with false-discovery control. It is about
 * load and says nothing about who is better.
 * Source: Fisher's exact test generalised, https://en.wikipedia.org/wiki/Hypergeometric_distribution
 */
import { floors } from '@rapport/contract';
import {
  adjustPValues,
  chiSquareUpper,
  createRandom,
  type Estimate,
  estimateProportion,
  hypergeometricLower,
  hypergeometricUpper,
  refuse,
} from '@rapport/statistics';

export interface CarriedLoad {
  id: string;
  /** Conversations of this person. */
  n: number;
  hard: number;
}

export interface SharedLoad {
  id: string;
  share: Estimate;
  /** How many of this person's conversations would be hard under even sharing: 95 in 100 likely. */
  even: { expected: number; lower: number; upper: number };
  carries: 'more' | 'less' | 'even';
}

export interface LoadAnswer {
  people: SharedLoad[];
  teamShare: Estimate;
  verdict: 'even' | 'uneven' | 'cannot-tell';
  /** Chance of sharing at least this uneven by luck alone; null where it cannot be asked. */
  p: number | null;
  method: 'chi-square' | 'shuffles' | 'none';
  seed?: number;
}

const shuffles = 2000;
/** Conversations up to which shuffling is a matter of a moment. */
const mostShuffled = 20_000;
/** Hard, or not hard, conversations that even sharing must deal to everybody before chi-square can be trusted. */
const fewestExpected = 5;

/** @param people in any order; the answer keeps it */
export function shareLoad(people: readonly CarriedLoad[], seed: number): LoadAnswer {
  const total = people.reduce((sum, { n }) => sum + n, 0);
  const hard = people.reduce((sum, one) => sum + one.hard, 0);
  const teamShare = shareOf(hard, total);
  const asked = people.filter(({ n }) => n >= floors.opportunitiesForRate);
  const test = testEvenness(asked, seed);
  const isUneven = test.p !== null && test.p < 0.05;
  const chances = adjustPValues(asked.map((one) => chanceOf(one, { total, hard })));
  const surely = new Map(asked.map(({ id }, place) => [id, isUneven && (chances[place] ?? 1) < 0.05]));
  return {
    people: people.map(({ id, n, hard: own }) => {
      const expected = total === 0 ? 0 : (n * hard) / total;
      const away = own > expected ? ('more' as const) : ('less' as const);
      return {
        id,
        share: shareOf(own, n),
        even: { expected, ...evenRange({ passing: hard, total, drawn: n }) },
        carries: surely.get(id) === true ? away : ('even' as const),
      };
    }),
    teamShare,
    verdict: test.p === null ? 'cannot-tell' : isUneven ? 'uneven' : 'even',
    ...test,
  };
}

function shareOf(hard: number, n: number): Estimate {
  if (n < floors.opportunitiesForRate) {
    return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'share' });
  }
  return estimateProportion({ passed: hard, n });
}

function testEvenness(
  asked: readonly CarriedLoad[],
  seed: number,
): Pick<LoadAnswer, 'p' | 'method'> & { seed?: number } {
  const total = asked.reduce((sum, { n }) => sum + n, 0);
  const hard = asked.reduce((sum, one) => sum + one.hard, 0);
  if (asked.length < 2 || hard === 0 || hard === total) return { p: null, method: 'none' };
  const rate = hard / total;
  const rarer = Math.min(rate, 1 - rate);
  const people = total > mostShuffled ? poolSmall(asked, fewestExpected / rarer) : asked;
  if (people.length < 2) return { p: null, method: 'none' };
  const distance = (counts: ArrayLike<number>) =>
    people.reduce((sum, { n }, place) => sum + ((counts[place] ?? 0) - n * rate) ** 2 / (n * rate * (1 - rate)), 0);
  const seen = distance(people.map((one) => one.hard));
  const smallest = Math.min(...people.map(({ n }) => n * rarer));
  if (smallest >= fewestExpected) return { p: chiSquareUpper(seen, people.length - 1), method: 'chi-square' };
  if (total > mostShuffled) return { p: null, method: 'none' };
  const deal = dealer(people, { hard, seed });
  let asUneven = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    if (distance(deal()) >= seen - 1e-9) asUneven += 1;
  }
  return { p: (1 + asUneven) / (1 + shuffles), method: 'shuffles', seed };
}

/**
 * Deals the hard conversations out anew at each call: how many each person then has. Only the rarer of hard and not hard
 * is dealt, and each deal goes on from the last order, which is as good as a fresh one: at most ten thousand steps.
 */
function dealer(
  people: readonly Pick<CarriedLoad, 'n'>[],
  { hard, seed }: { hard: number; seed: number },
): () => Int32Array {
  const random = createRandom(seed);
  const owners = Int32Array.from(people.flatMap(({ n }, place) => Array.from({ length: n }, () => place)));
  const rarer = Math.min(hard, owners.length - hard);
  const counts = new Int32Array(people.length);
  return () => {
    counts.fill(0);
    for (let at = 0; at < rarer; at += 1) {
      const other = at + Math.floor((owners.length - at) * random.next());
      const owner = owners[other] ?? 0;
      owners[other] = owners[at] ?? 0;
      owners[at] = owner;
      counts[owner] = (counts[owner] ?? 0) + 1;
    }
    if (rarer === hard) return counts;
    return counts.map((count, place) => (people[place]?.n ?? 0) - count);
  };
}

/** Whoever has fewer conversations than this counts as one person together; with too few still, the next one joins. */
function poolSmall(people: readonly CarriedLoad[], fewest: number): Pick<CarriedLoad, 'n' | 'hard'>[] {
  const together = { n: 0, hard: 0 };
  const alone: CarriedLoad[] = [];
  for (const one of people.toSorted((a, b) => a.n - b.n)) {
    if (one.n >= fewest && (together.n === 0 || together.n >= fewest)) {
      alone.push(one);
      continue;
    }
    together.n += one.n;
    together.hard += one.hard;
  }
  return together.n === 0 ? alone : [together, ...alone];
}

/** Two-sided: twice the smaller tail. */
function chanceOf({ n, hard: seen }: CarriedLoad, { total, hard }: { total: number; hard: number }): number {
  const deal = { seen, passing: hard, total, drawn: n };
  return Math.min(1, 2 * Math.min(hypergeometricLower(deal), hypergeometricUpper(deal)));
}

/** The middle 95 in 100 of what even sharing deals. */
function evenRange(deal: { passing: number; total: number; drawn: number }): { lower: number; upper: number } {
  const most = Math.min(deal.passing, deal.drawn);
  /** The smallest count at or below which even sharing stays with this chance. */
  const quantileAt = (chance: number): number => {
    let [low, high] = [0, most];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (hypergeometricLower({ ...deal, seen: middle }) >= chance) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { lower: quantileAt(0.025), upper: quantileAt(0.975) };
}
