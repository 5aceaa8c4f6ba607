/** How the entries of a JSON file are packed, from its first bytes. */
import { createListSeeker, listNames } from './list-seeker.ts';

export type Container = 'lines' | 'array' | 'values';

const lineFeed = 0x0a;
const brace = 0x7b;

/** 'lines': one entry a line. 'array': a list, alone or in an object. 'values': entries over several lines each. */
export function findContainer(head: Uint8Array, names: readonly string[] = listNames): Container {
  const seeker = createListSeeker(names);
  const first = head.indexOf(brace);
  let end = head.length;
  for (let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0; at < head.length; at++) {
    const found = seeker.take(head[at] ?? 0);
    if (found === 'found') return 'array';
    if (found === 'none') {
      end = at;
      break;
    }
  }
  const lineEnd = first < 0 ? -1 : head.indexOf(lineFeed, first);
  if (lineEnd < 0 || lineEnd > end) return 'lines';
  // The first object goes on over its line, or is broken; where the next line opens an object too, it is broken.
  return lineEnd > first + 2 && head[lineEnd + 1] === brace ? 'lines' : 'values';
}
