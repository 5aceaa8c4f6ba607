/**
 * Strict UTF-8: text, or null where the bytes are not UTF-8. A replacement character never slips in, and a leading
 * U+FEFF of a text stays (a decoder left to itself would drop it).
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeText(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** What keeps a string out of a database: a NUL, or half of a surrogate pair. */
export function findBadCharacter(text: string): 'nul-character' | 'broken-character' | null {
  if (!/[\0\p{Surrogate}]/u.test(text)) return null;
  return text.includes('\0') ? 'nul-character' : 'broken-character';
}
