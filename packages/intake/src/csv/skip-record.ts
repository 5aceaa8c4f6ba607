/** Passes over a record that is too long to hold, byte by byte, keeping only whether it is inside quotes. */
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export interface SkipState {
  inQuotes: boolean;
  /** The byte before was a quote that may close the cell, or be the first of two. */
  quoteBefore: boolean;
  cellBegins: boolean;
  carriageReturnBefore: boolean;
  lines: number;
}

export const newSkipState = (): SkipState => ({
  inQuotes: false,
  quoteBefore: false,
  cellBegins: true,
  carriageReturnBefore: false,
  lines: 0,
});

/** The byte after the record's line end, or null when the record goes on beyond these bytes. */
export function skipRecord(state: SkipState, bytes: Uint8Array, delimiter: number): number | null {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (state.carriageReturnBefore) {
      state.carriageReturnBefore = false;
      if (!state.inQuotes) return byte === lineFeed ? at + 1 : at;
      if (byte === lineFeed) continue;
    }
    if (state.inQuotes && byte === quote) {
      state.inQuotes = false;
      state.quoteBefore = true;
      continue;
    }
    const opens = byte === quote && (state.cellBegins || state.quoteBefore);
    state.quoteBefore = false;
    state.cellBegins = false;
    if (opens) state.inQuotes = true;
    else if (byte === lineFeed) {
      state.lines += 1;
      if (!state.inQuotes) return at + 1;
    } else if (byte === carriageReturn) {
      state.lines += 1;
      state.carriageReturnBefore = true;
    } else if (byte === delimiter) state.cellBegins = true;
  }
  return null;
}
