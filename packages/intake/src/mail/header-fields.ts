/** The header fields of a mail or of one of its parts, and the parameters inside them (RFC 5322, 2045, 2231). */
import { decodeWords } from 'postal-mime';
import { decodeText } from '../decode-text.ts';
import { decodeWindows1252, repairWindows1252 } from '../unpack/decode-windows-1252.ts';

export interface HeaderFields {
  /** The first field of the name, or ''. Of two equal ones the first counts, as mail programs show it. */
  get(name: string): string;
  has(name: string): boolean;
}

export function parseHeaderFields(bytes: Uint8Array): HeaderFields {
  const text = decodeText(bytes) ?? decodeWindows1252(bytes);
  const fields = new Map<string, string>();
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { get: (name) => fields.get(name) ?? '', has: (name) => fields.has(name) };
}

export interface FieldValue {
  value: string;
  parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([\w!#$&.+^-]{1,60}(?:\*\d{1,3})?\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

/** "text/plain; charset=utf-8" → its value in lower case and its parameters; a parameter may come in pieces. */
export function parseFieldValue(field: string): FieldValue {
  const parameters = new Map<string, string>();
  const looked = field.slice(0, 8000);
  for (const [, rawName = '', quoted, bare] of looked.matchAll(parameter)) {
    const isEncoded = rawName.endsWith('*');
    const name = rawName.toLowerCase().replace(/(?:\*\d+)?\*?$/, '');
    const isPiece = /\*\d+\*?$/.test(rawName);
    const raw = quoted === undefined ? (bare ?? '') : quoted.replaceAll(/\\(.)/g, '$1');
    const value = isEncoded ? percentDecode(raw) : raw;
    const before = parameters.get(name);
    if (before === undefined) parameters.set(name, value);
    else if (isPiece) parameters.set(name, before + value);
  }
  return { value: (/^[^;\s]{0,200}/.exec(looked)?.[0] ?? '').toLowerCase(), parameters };
}

/** The text of a field with its encoded words read, on one line. */
export const readableField = (field: string): string =>
  repairWindows1252(decodeWords(field.slice(0, 20_000)))
    .replaceAll(/\s+/g, ' ')
    .trim();

function percentDecode(raw: string): string {
  const text = raw.replace(/^[\w-]*'[\w-]*'/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
