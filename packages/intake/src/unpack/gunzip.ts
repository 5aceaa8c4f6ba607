/** .gz → its bytes, with the check sum looked at: a damaged download must not pass as a shorter file. */
import { Gunzip } from 'fflate';
import type { IntakeLimits } from '../limits.ts';
import { FileRefused, makeProblem } from '../problem.ts';
import { addCrc32 } from './crc32.ts';
import { createSizeGuard } from './size-guard.ts';

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;

export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  o: { fileName: string; limits: IntakeLimits },
): AsyncGenerator<Uint8Array> {
  const guard = createSizeGuard(o);
  const damaged = (): FileRefused => {
    const reason = 'The gzip file is damaged or incomplete.';
    return new FileRefused(makeProblem('damaged-archive', reason, { file: o.fileName }));
  };
  let out: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  let last: number[] = [];
  const stream = new Gunzip((data) => {
    if (data.length === 0) return;
    crc = addCrc32(crc, data);
    size = (size + data.length) >>> 0;
    out.push(data);
  });
  // A further member starts its own sums; those of the members before it are not looked at.
  stream.onmember = () => {
    [crc, size] = [0, 0];
  };
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    try {
      stream.push(chunk, isLast);
    } catch {
      throw damaged();
    }
  };
  for await (const chunk of chunks) {
    // Small steps, so that a bomb is noticed before it has filled the memory.
    for (let at = 0; at < chunk.length; at += 16_384) {
      const piece = chunk.subarray(at, at + 16_384);
      last = [...last, ...piece.subarray(-8)].slice(-8);
      guard.addPacked(piece.length);
      push(piece.slice(), false);
      for (const data of out) guard.addUnpacked(data.length);
      yield* out;
      out = [];
    }
  }
  push(new Uint8Array(0), true);
  yield* out;
  const word = (at: number): number =>
    ((last[at] ?? 0) | ((last[at + 1] ?? 0) << 8) | ((last[at + 2] ?? 0) << 16) | ((last[at + 3] ?? 0) << 24)) >>> 0;
  if (word(0) !== crc >>> 0 || word(4) !== size) throw damaged();
}
