/** Made-up raters of the same conversations: each sees the true point with a chance of `sure`, else any of three. */
import { createRandom } from '@rapport/statistics';
import type { RatedItem } from './find-agreement.ts';

export function rateTogether(
  conversations: number,
  { sure, seed, raters = 2 }: { sure: number; seed: number; raters?: number },
): RatedItem[] {
  const random = createRandom(seed);
  return Array.from({ length: conversations }, () => {
    const truth = 1 + random.integer(3);
    const readings = Array.from({ length: raters }, () => (random.next() < sure ? truth : 1 + random.integer(3)));
    return { readings, drawn: false };
  });
}
