/**
 * Ten moments at random within qualities, and the probability with which each was drawn.
 *
 * Drawn plainly, nearly all cards would be of the qualities that every conversation calls for. So qualities take turns
 * (in random order), each card picks a random score of its quality, and then a random moment of that score. Whoever
 * estimates from the cards later divides by the stored probability.
 */
import type { QualityId } from '@rapport/contract';
import type { Random } from '@rapport/statistics';

export interface DrawPlace {
  quality: QualityId;
  /** Which of the quality's scores, from 0. */
  place: number;
  /** Probability that this very score is in the draw. */
  probability: number;
}

export const deckSize = 10;

/** @param counts scores with an opportunity, by quality */
export function drawPlaces(counts: ReadonlyMap<QualityId, number>, random: Random, size = deckSize): DrawPlace[] {
  const { turns, expected } = takeTurns(counts, random, size);
  const places: DrawPlace[] = [];
  for (const [quality, wanted] of turns) {
    const n = counts.get(quality) ?? 0;
    const probability = (expected.get(quality) ?? 0) / n;
    for (const place of drawDistinct(n, wanted, random)) places.push({ quality, place, probability });
  }
  return random.shuffle(places);
}

/** Full rounds give every quality that has scores left one card each; the last round draws lots for the rest. */
function takeTurns(counts: ReadonlyMap<QualityId, number>, random: Random, size: number) {
  const turns = new Map<QualityId, number>();
  const expected = new Map<QualityId, number>();
  for (let left = size; left > 0; ) {
    const open = [...counts].filter(([quality, n]) => n > (turns.get(quality) ?? 0)).map(([quality]) => quality);
    if (open.length === 0) break;
    const chance = Math.min(1, left / open.length);
    for (const quality of open) expected.set(quality, (expected.get(quality) ?? 0) + chance);
    for (const quality of random.sample(open, left)) turns.set(quality, (turns.get(quality) ?? 0) + 1);
    left -= Math.min(left, open.length);
  }
  return { turns, expected };
}

/** `wanted` different whole numbers below n, without listing all n. */
function drawDistinct(n: number, wanted: number, random: Random): number[] {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(wanted, n)) drawn.add(random.integer(n));
  return [...drawn];
}
