/** Under which name a pasted text is stored: the same for the same words, so that pasting twice stores once. */

export type PasteKind = 'chat' | 'call';

export function pasteName(text: string, kind: PasteKind): string {
  // FNV-1a in two lanes: enough to tell pasted texts apart, and the page may not have `crypto.subtle` without TLS.
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0');
  return `pasted-${kind}-${hex(one)}${hex(two)}.txt`;
}
