/** Short ASCII texts by number in one growing block of bytes, so that four million of them fit where one million strings do. */
export interface TextArena {
  /** Numbers must come in order, from 0. */
  push(text: string): void;
  get(index: number): string;
}

export function createTextArena(): TextArena {
  let bytes = new Uint8Array(65_536);
  let ends = new Float64Array(1024);
  let [size, count] = [0, 0];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    push(text) {
      const written = encoder.encode(text);
      if (size + written.length > bytes.length) {
        const more = new Uint8Array(Math.max(bytes.length * 2, size + written.length));
        more.set(bytes.subarray(0, size));
        bytes = more;
      }
      if (count === ends.length) {
        const more = new Float64Array(ends.length * 2);
        more.set(ends);
        ends = more;
      }
      bytes.set(written, size);
      size += written.length;
      ends[count] = size;
      count += 1;
    },
    get: (index) => decoder.decode(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])),
  };
}
