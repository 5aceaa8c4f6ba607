/** Which encoding a file is in. UTF-8 is strict; anything else is named and told, never read as if it were right. */
import type { IntakePlan } from '@rapport/contract';

export type Encoding = IntakePlan['encoding'];

/** From a byte order mark, or from the zero bytes of UTF-16; null when only the content can tell. */
export function sniffWideEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let [even, odd] = [0, 0];
  const size = Math.min(head.length, 4096) & ~1;
  for (let at = 0; at < size; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  // Latin text in UTF-16 has a zero in nearly every second byte; a stray NUL does not reach this.
  if (size >= 8 && odd * 2 > size * 0.6 && even * 2 < size * 0.1) return 'utf-16le';
  if (size >= 8 && even * 2 > size * 0.6 && odd * 2 < size * 0.1) return 'utf-16be';
  return null;
}

export interface ByteCensus {
  /** Well-formed sequences of two or more bytes. */
  sequences: number;
  /** Bytes that belong to no such sequence. */
  strays: number;
  /** Of the strays those that windows-1252 leaves undefined. */
  undefinedIn1252: number;
}

export interface CensusTaker {
  add(bytes: Uint8Array): void;
  count(): ByteCensus;
}

/** Counts UTF-8 sequences and bytes that are none, over a whole file in pieces. */
export function createCensusTaker(): CensusTaker {
  let [sequences, strays, undefinedIn1252] = [0, 0, 0];
  let [needed, lowest, highest] = [0, 0x80, 0xbf];
  let pending: number[] = [];
  const stray = (byte: number): void => {
    strays += 1;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) undefinedIn1252 += 1;
  };
  const giveUp = (): void => {
    for (const byte of pending) stray(byte);
    [pending, needed] = [[], 0];
  };
  const addByte = (byte: number): void => {
    if (needed > 0) {
      if (byte >= lowest && byte <= highest) {
        pending.push(byte);
        [needed, lowest, highest] = [needed - 1, 0x80, 0xbf];
        if (needed === 0) [sequences, pending] = [sequences + 1, []];
        return;
      }
      giveUp();
    }
    if (byte < 0x80) return;
    if (byte < 0xc2 || byte > 0xf4) {
      stray(byte);
      return;
    }
    pending = [byte];
    needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  };
  return {
    add(bytes) {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (byte >= 0x80 || needed > 0) addByte(byte);
      }
    },
    count() {
      giveUp();
      return { sequences, strays, undefinedIn1252 };
    },
  };
}

/**
 * UTF-8 when nothing contradicts it, or when its sequences outnumber the stray bytes: those then spoil single rows,
 * which are refused by name. Otherwise windows-1252, the encoding of older spreadsheets.
 */
export function decideEncoding(census: ByteCensus): Encoding {
  if (census.strays === 0 || census.sequences > census.strays) return 'utf-8';
  return census.undefinedIn1252 * 10 < census.strays ? 'windows-1252' : 'utf-8';
}
