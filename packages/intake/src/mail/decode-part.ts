/** The text of one part: transfer encoding, character set and soft line breaks undone (RFC 2045, RFC 3676). */
import { decodeText } from '../decode-text.ts';
import { decodeWindows1252 } from '../unpack/decode-windows-1252.ts';
import type { MailText } from './collect-parts.ts';

export type DecodedPart = { text: string } | { unreadable: string };

/** A text whose character set cannot be read is said so; words of another set are never made up from its bytes. */
export function decodePart(part: MailText): DecodedPart {
  const bytes = /base64/.test(part.encoding)
    ? fromBase64(part.bytes)
    : /quoted-printable/.test(part.encoding)
      ? fromQuotedPrintable(part.bytes)
      : part.bytes;
  const decoded = decodeCharset(bytes, part.charset);
  if (decoded === null) return { unreadable: part.charset };
  const lines = decoded.replaceAll(/\r\n?/g, '\n');
  return { text: part.isFlowed && !part.isHtml ? joinFlowed(lines, part.deletesSpace) : lines };
}

/** What mail calls ISO-8859-1 or US-ASCII is windows-1252 in practice; unlabelled bytes are UTF-8 or that. */
function decodeCharset(bytes: Uint8Array, label: string): string | null {
  const name = label.replaceAll(/["'\s]/g, '').replace(/^x-(?=utf|iso|windows|cp)/, '');
  if (name === '' || /^(?:us-ascii|ascii|utf-?8|unicode-1-1-utf-8|unknown(?:-8bit)?|8bit|default)$/.test(name)) {
    return decodeText(bytes) ?? decodeWindows1252(bytes);
  }
  const decoder = decoderOf(name.replace(/^cp-?(\d{3,4})$/, 'windows-$1'));
  if (decoder === null) return null;
  return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
}

const decoders = new Map<string, TextDecoder | null>();

/** UTF-7 is in no list of the runtime, and rightly: it hides markup from every check. */
function decoderOf(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(label);
  } catch {
    decoder = null;
  }
  if (decoders.size < 200) decoders.set(label, decoder);
  return decoder;
}

function fromBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let [size, bits, count] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte === 0x3d) {
      [bits, count] = [0, 0];
      continue;
    }
    const value = base64Values[byte] ?? 255;
    if (value === 255) continue;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out[size++] = (bits >> count) & 0xff;
    }
  }
  return out.subarray(0, size);
}

const base64Values = new Uint8Array(256).fill(255);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  base64Values[letter.charCodeAt(0)] = value;
}

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x3d) {
      out[size++] = byte;
      continue;
    }
    const value = hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]);
    if (value >= 0) {
      out[size++] = value;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1;
    if (bytes[end] === 0x0d) end += 1;
    if (bytes[end] === 0x0a) at = end;
    else out[size++] = byte;
  }
  return out.subarray(0, size);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : Number.NaN;
}

/** A line that ends in a space goes on in the next of the same quote depth; "-- " is a line of its own. */
export function joinFlowed(text: string, deletesSpace: boolean): string {
  const out: string[] = [];
  let open: { marks: number; isOpen: boolean } | null = null;
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0].length ?? 0;
    const content = raw.slice(marks).replace(/^ /, '');
    const isSignature = content === '-- ';
    const isSoft = content.endsWith(' ') && !isSignature;
    const kept = isSoft && deletesSpace ? content.slice(0, -1) : content;
    if (open?.isOpen && open.marks === marks && !isSignature) out[out.length - 1] += kept;
    else out.push(marks > 0 ? `${'>'.repeat(marks)} ${kept}` : kept);
    open = { marks, isOpen: isSoft };
  }
  return out.join('\n');
}
