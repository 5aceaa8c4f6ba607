/** Stops unpacking when more comes out than may, or far more than text could have packed into so little. */
import type { IntakeLimits } from '../limits.ts';
import { FileRefused, makeProblem } from '../problem.ts';

export interface SizeGuard {
  addPacked(bytes: number): void;
  addUnpacked(bytes: number): void;
}

export function createSizeGuard(o: { fileName: string; limits: IntakeLimits }): SizeGuard {
  let [packed, unpacked] = [0, 0];
  return {
    addPacked(bytes) {
      packed += bytes;
    },
    addUnpacked(bytes) {
      unpacked += bytes;
      if (unpacked > o.limits.unpackedBytes) {
        const reason = `Unpacked it is larger than ${Math.round(o.limits.unpackedBytes / 2 ** 20)} MB.`;
        throw new FileRefused(makeProblem('too-large', reason, { file: o.fileName }));
      }
      if (unpacked > o.limits.ratioFromBytes && unpacked > packed * o.limits.unpackedRatio) {
        const reason = `It unpacks to more than ${o.limits.unpackedRatio} times its size, which text does not do.`;
        throw new FileRefused(makeProblem('packed-too-much', reason, { file: o.fileName }));
      }
    },
  };
}
