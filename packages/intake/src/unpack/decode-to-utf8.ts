/**
 * UTF-16 or windows-1252 → UTF-8. What has no meaning in the old encoding (half a surrogate pair, an undefined byte)
 * becomes a byte that is not UTF-8, so that the row holding it is refused by name further on and nothing is made up.
 */
import type { Encoding } from './sniff-encoding.ts';

const meaningless = 0xff;
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

export async function* decodeToUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* withoutMark(chunks);
  } else if (encoding === 'windows-1252') {
    for await (const chunk of chunks) yield fromWindows1252(chunk);
  } else {
    yield* fromUtf16(chunks, encoding === 'utf-16be');
  }
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const mark = [0xef, 0xbb, 0xbf];
  let matched: number | null = 0;
  for await (const chunk of chunks) {
    let at = 0;
    while (matched !== null && at < chunk.length) {
      if (matched < 3 && chunk[at] === mark[matched]) {
        matched += 1;
        at += 1;
        if (matched === 3) matched = null;
        continue;
      }
      if (matched > 0) yield new Uint8Array(mark.slice(0, matched));
      matched = null;
    }
    if (at < chunk.length) yield at === 0 ? chunk : chunk.subarray(at);
  }
  if (matched) yield new Uint8Array(mark.slice(0, matched));
}

function fromWindows1252(chunk: Uint8Array): Uint8Array {
  const out = new Uint8Array(chunk.length * 3);
  let size = 0;
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at] ?? 0;
    const code = byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? 0) : byte;
    if (byte >= 0x80 && code === 0) out[size++] = meaningless;
    else size = writeCode(out, size, code);
  }
  return out.subarray(0, size);
}

async function* fromUtf16(chunks: AsyncIterable<Uint8Array>, bigEndian: boolean): AsyncGenerator<Uint8Array> {
  let first: number | null = null;
  let high: number | null = null;
  let isStart = true;
  for await (const chunk of chunks) {
    const out = new Uint8Array(chunk.length * 2 + 8);
    let size = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (first === null) {
        first = byte;
        continue;
      }
      const unit: number = bigEndian ? (first << 8) | byte : (byte << 8) | first;
      first = null;
      const isMark = isStart && unit === 0xfeff;
      isStart = false;
      if (isMark) continue;
      if (high !== null) {
        const pairHigh: number = high;
        high = null;
        if (unit >= 0xdc00 && unit < 0xe000) {
          size = writeCode(out, size, 0x10000 + ((pairHigh - 0xd800) << 10) + (unit - 0xdc00));
          continue;
        }
        out[size++] = meaningless;
      }
      if (unit >= 0xd800 && unit < 0xdc00) high = unit;
      else if (unit >= 0xdc00 && unit < 0xe000) out[size++] = meaningless;
      else size = writeCode(out, size, unit);
    }
    yield out.subarray(0, size);
  }
  if (first !== null || high !== null) yield new Uint8Array([meaningless]);
}

function writeCode(out: Uint8Array, from: number, code: number): number {
  let at = from;
  if (code < 0x80) {
    out[at++] = code;
  } else if (code < 0x800) {
    out[at++] = 0xc0 | (code >> 6);
    out[at++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    out[at++] = 0xe0 | (code >> 12);
    out[at++] = 0x80 | ((code >> 6) & 0x3f);
    out[at++] = 0x80 | (code & 0x3f);
  } else {
    out[at++] = 0xf0 | (code >> 18);
    out[at++] = 0x80 | ((code >> 12) & 0x3f);
    out[at++] = 0x80 | ((code >> 6) & 0x3f);
    out[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}
