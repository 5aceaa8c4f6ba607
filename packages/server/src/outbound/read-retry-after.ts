/** Seconds, or the moment at which to come back (RFC 9110, 10.2.3). @returns null where nothing that can be read was said */
export function readRetryAfter(text: string | null | undefined, now: Date): number | null {
  if (text == null) return null;
  if (/^\d{1,9}(?:\.\d+)?$/.test(text.trim())) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1000);
}
