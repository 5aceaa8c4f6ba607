/**
 * JSON of strangers: depth looked at before parsing, `__proto__` refused, whole numbers beyond 2^53 kept as strings,
 * because a helpdesk's 64-bit id would otherwise lose its last digits without a word.
 */
import type { ProblemCode } from '../problem.ts';

export type ParsedJson = { ok: true; value: unknown } | { ok: false; code: ProblemCode; reason: string };

export function parseJson(text: string, maxDepth: number): ParsedJson {
  const look = walk(text, maxDepth);
  if (look.tooDeep) return { ok: false, code: 'json-too-deep', reason: `It is nested more than ${maxDepth} deep.` };
  let value: unknown;
  try {
    value = JSON.parse(look.longNumbers.length > 0 ? quoteLongNumbers(text, look.longNumbers) : text);
  } catch {
    return { ok: false, code: 'bad-json', reason: 'It is not valid JSON.' };
  }
  if (/_|\\u005f/i.test(text) && /(_|\\u005f){2}proto/i.test(text) && hasForbiddenKey(value)) {
    return { ok: false, code: 'forbidden-key', reason: 'It holds a field named “__proto__”.' };
  }
  return { ok: true, value };
}

/** Depth, and where whole numbers with 16 digits or more stand (start and end, in pairs). Strings are passed over. */
function walk(text: string, maxDepth: number): { tooDeep: boolean; longNumbers: number[] } {
  let depth = 0;
  const longNumbers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = stringEnd(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return { tooDeep: true, longNumbers };
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    } else if (code >= 0x30 && code <= 0x39) {
      const start = text.charCodeAt(at - 1) === 0x2d ? at - 1 : at;
      while (at + 1 < text.length && isNumberPart(text.charCodeAt(at + 1))) at += 1;
      if (at + 1 - start >= 16 && isUnsafe(text.slice(start, at + 1))) longNumbers.push(start, at + 1);
    }
  }
  return { tooDeep: false, longNumbers };
}

/** Index of the closing quote, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}

const isNumberPart = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d;

const isUnsafe = (number: string): boolean => /^-?[1-9]\d*$/.test(number) && !Number.isSafeInteger(Number(number));

function quoteLongNumbers(text: string, places: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < places.length; i += 2) {
    const [start, end] = [places[i] ?? 0, places[i + 1] ?? 0];
    parts.push(text.slice(from, start), '"', text.slice(start, end), '"');
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Recursion is safe here: the depth was looked at before. */
function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  return Object.keys(value).some((key) => key === '__proto__') || Object.values(value).some(hasForbiddenKey);
}
