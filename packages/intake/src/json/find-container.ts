/** How the entries of a JSON file are packed, from its first bytes. */
import { createSeeker } from './scan-items.ts';

export type Container = 'lines' | 'array' | 'values';

/** 'lines': one entry a line. 'array': a list, alone or in an object. 'values': entries over several lines each. */
export function findContainer(head: Uint8Array): Container {
  // Objects at the start of two neighbouring lines are entries, also when the first of them is broken.
  const firstLine = head.indexOf(0x0a);
  const open = head.indexOf(0x7b);
  if (open >= 0 && firstLine > open + 2 && head[firstLine + 1] === 0x7b) return 'lines';
  const seek = createSeeker();
  for (let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    const found = seek(byte);
    if (found === 'found') return 'array';
    if (found === 'none') {
      // The first object has ended: on its first line, and then others follow, or after several.
      const before = head.subarray(0, at);
      const first = before.indexOf(0x7b);
      return first >= 0 && before.indexOf(0x0a, first) >= 0 ? 'values' : 'lines';
    }
  }
  const first = head.indexOf(0x7b);
  return first >= 0 && head.indexOf(0x0a, first) >= 0 ? 'values' : 'lines';
}
