/** Small closed words of a source: yes and no, public and internal, tags. */

const yes = new Set(['true', 'yes', 'y', '1', 'resolved', 'solved', 'closed', 'done', 'ja', 'oui', 'si', 'sí']);
const no = new Set(['false', 'no', 'n', '0', 'unresolved', 'unsolved', 'open', 'pending', 'new', 'nein', 'non']);

/** Whether it was resolved; null when not said, undefined for an unknown word. */
export function readResolved(raw: string): boolean | null | undefined {
  const word = raw.trim().toLowerCase();
  if (word === '' || word === 'null' || word === 'unknown' || word === 'n/a') return null;
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

const internal = new Set(['internal', 'private', 'note', 'hidden', 'internal note', 'private note', 'staff', 'intern']);
const isPublic = new Set(['public', 'external', 'reply', 'visible', 'öffentlich']);

/**
 * Public or internal; undefined for an unknown word. `column` is the name of the column, because a bare yes means the
 * opposite under "private" and under "public".
 */
export function readVisibility(raw: string, column: string): 'public' | 'internal' | undefined {
  const word = raw.trim().toLowerCase();
  if (word === '' || isPublic.has(word)) return 'public';
  if (internal.has(word)) return 'internal';
  const said = yes.has(word) ? true : no.has(word) ? false : undefined;
  if (said === undefined) return undefined;
  return said === /private|internal|note|hidden/i.test(column) ? 'internal' : 'public';
}

/** Tags from one cell: parted by comma, semicolon, bar or, where none of them is there, by spaces. */
export function readTags(raw: string): string[] {
  const text = raw.trim().replace(/^\[(.*)\]$/s, '$1');
  if (text === '') return [];
  const parts = /[,;|]/.test(text) ? text.split(/[,;|]/) : text.split(/\s+/);
  return [...new Set(parts.map((part) => part.trim().replaceAll(/^["']|["']$/g, '')).filter((part) => part !== ''))];
}
