/** E-mail addresses, found outward from each @, which keeps the work linear in the text. */
import type { Span } from './mask-text.ts';

const localPart = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const domain =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,8}(?:xn--[a-z\d-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}])/uy;
const longestLocal = 64;

export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  let behind = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < behind) continue;
    let start = at;
    while (start > behind && at - start < longestLocal && localPart.test(text.charAt(start - 1))) start -= 1;
    while (start < at && /[.'`*_/=?&!#{|}~^$%+-]/.test(text.charAt(start))) start += 1;
    if (start === at) continue;
    domain.lastIndex = at + 1;
    const found = domain.exec(text);
    if (!found) continue;
    behind = at + 1 + found[0].length;
    spans.push({ start, end: behind });
  }
  return spans;
}
