/** The parts of a mail as RT keeps them, side by side: the plain text is read, else the HTML; the rest are files. */
import { decodeText } from '../decode-text.ts';
import { isObject, type JsonObject, pickText } from '../json/pick.ts';
import type { Body } from '../json/read-parts.ts';

export function readContent(list: readonly unknown[]): { body: Body; attachments: string[] } {
  const parts = list.filter(isObject);
  const texts = parts.filter((part) => pickText(part, 'Filename') === '');
  const attachments = parts.map((part) => pickText(part, 'Filename')).filter((name) => name !== '');
  for (const [type, form] of [
    ['text/plain', 'plain'],
    ['text/html', 'html'],
  ] as const) {
    const found = texts.filter((part) => pickText(part, 'ContentType').startsWith(type)).map(decode);
    const text = found.find((one) => one.trim() !== '');
    if (text !== undefined) return { body: { text, form }, attachments };
  }
  return { body: { text: null, form: 'plain' }, attachments };
}

/** Base64 of UTF-8; a text that somebody has decoded already is taken as it is. */
function decode(part: JsonObject): string {
  const content = pickText(part, 'Content');
  const packed = content.replaceAll(/\s+/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(packed)) return content;
  const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  return decodeText(bytes)?.replaceAll('\r\n', '\n') ?? content;
}
