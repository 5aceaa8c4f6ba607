/**
 * The doubt in driver slopes: draw agents (or, in a small team, each agent's conversations) again and again.
 *
 * Use: percentile ranges, chance of having the largest gain. Every step that uses data is done again in each draw,
 * calibration included, by adding blocks of sums.
 * Source: Cameron, Gelbach & Miller 2008, https://doi.org/10.1162/rest.90.3.414 (pairs cluster bootstrap).
 */
import type { Random } from '../random.ts';
import type { DriverSums } from './driver-sums.ts';
import { solveDrivers } from './solve-drivers.ts';

export interface DriverDraws {
  /** One row per draw that had an answer; `naive` and `corrected` belong together. */
  naive: Float64Array[];
  corrected: Float64Array[];
  /** Draws without an answer. */
  failed: number;
}

export function bootstrapDrivers(sums: DriverSums, draws: number, random: Random): DriverDraws {
  const { layout, blocks, strata } = sums;
  const found: DriverDraws = { naive: [], corrected: [], failed: 0 };
  const counts = new Uint16Array(blocks.length);
  const total = new Float64Array(layout.length);
  for (let draw = 0; draw < draws; draw += 1) {
    counts.fill(0);
    for (const stratum of strata) {
      for (let place = 0; place < stratum.length; place += 1) {
        const chosen = stratum[random.integer(stratum.length)] ?? 0;
        counts[chosen] = (counts[chosen] ?? 0) + 1;
      }
    }
    addBlocks(total, blocks, counts);
    const { naive, corrected } = solveDrivers(total, layout);
    if (layout.corrected.length > 0 && !corrected) {
      found.failed += 1;
      continue;
    }
    found.naive.push(naive);
    if (corrected) found.corrected.push(corrected);
  }
  return found;
}

/** The whole team: every block once. */
export function wholeTeam({ layout, blocks }: DriverSums): Float64Array {
  const total = new Float64Array(layout.length);
  addBlocks(total, blocks, new Uint16Array(blocks.length).fill(1));
  return total;
}

function addBlocks(total: Float64Array, blocks: readonly Float64Array[], counts: Uint16Array): void {
  total.fill(0);
  for (let place = 0; place < blocks.length; place += 1) {
    const count = counts[place] ?? 0;
    const block = blocks[place];
    if (count === 0 || !block) continue;
    for (let entry = 0; entry < block.length; entry += 1)
      total[entry] = (total[entry] ?? 0) + count * (block[entry] ?? 0);
  }
}
