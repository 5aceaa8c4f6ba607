import type { OpenBytes } from './record.ts';
import { joinBytes } from './regroup-bytes.ts';

/** The first bytes of a file, at most about a megabyte. */
export async function takeHead(open: OpenBytes, bytes = 2 ** 20): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of open(0)) {
    parts.push(chunk.subarray(0, bytes - size));
    size += Math.min(chunk.length, bytes - size);
    if (size >= bytes) break;
  }
  return joinBytes(parts);
}
