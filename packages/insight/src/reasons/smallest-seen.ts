/**
 * The smallest group that is seen with a chance of 95 in 100 where only a share of the conversations is looked at.
 *
 * It is seen when five of its conversations are among those looked at; their number is binomial. Its words must be rare
 * elsewhere, or it takes a few more.
 *
 * @example smallestSeen(1) // 5
 * @example smallestSeen(0.1) // 89
 */
import { binomialCdf } from '@rapport/statistics';
import { fewestInGroup } from './group-sentences.ts';

const sure = 0.95;

/** @param share of the conversations that are looked at, above 0 and up to 1 */
export function smallestSeen(share: number): number {
  if (share >= 1) return fewestInGroup;
  let [low, high] = [fewestInGroup, Math.ceil((4 * fewestInGroup) / share)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (1 - binomialCdf(fewestInGroup - 1, middle, share) >= sure) high = middle;
    else low = middle + 1;
  }
  return low;
}
