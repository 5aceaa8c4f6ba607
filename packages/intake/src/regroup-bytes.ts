/**
 * Chunks of a workable size from chunks of any size, so that neither a stream of single bytes nor one of a gigabyte
 * changes how much memory or time reading takes.
 */
const smallest = 64 * 1024;
const largest = 1024 * 1024;

export async function* regroupBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += largest) {
      const piece = chunk.length > largest ? chunk.subarray(from, from + largest) : chunk;
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes >= smallest) {
        yield joinBytes(waiting);
        waiting = [];
        waitingBytes = 0;
      }
    }
  }
  if (waitingBytes > 0) yield joinBytes(waiting);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
