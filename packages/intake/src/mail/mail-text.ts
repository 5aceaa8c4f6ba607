/** The text of a mail from its parts: each part once, plain where it says as much as the HTML beside it. */
import { htmlToText } from '../html/html-to-text.ts';
import type { CollectedMail, MailText } from './collect-parts.ts';
import { decodePart } from './decode-part.ts';
import { type HeaderFields, readableField } from './header-fields.ts';

/** Nothing is cut: quotes and signatures stay where they are, and scoring passes over them. */
export function readMailText(mail: CollectedMail): { text: string } | { unreadable: string } {
  const groups = new Map<string, MailText[]>();
  for (const [index, part] of mail.texts.entries()) {
    const key = part.alternative === null ? `part-${index}` : `alternative-${part.alternative}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const texts: string[] = [];
  let told: HeaderFields | null = null;
  for (const parts of groups.values()) {
    const read = readGroup(parts);
    if ('unreadable' in read) return read;
    const inner = parts[0]?.inner ?? null;
    if (inner !== null && inner !== told) texts.push(innerHeader(inner));
    told = inner;
    if (read.text.trim() !== '') texts.push(read.text);
  }
  const text = texts.map((one) => one.replace(/\n+$/, '')).join('\n\n');
  // A mail may be nothing but a picture; that somebody sent one is part of the exchange.
  return { text: text.trim() === '' ? mail.leftOut.map((name) => `[attachment: ${name}]`).join(' ') : text };
}

function readGroup(parts: readonly MailText[]): { text: string } | { unreadable: string } {
  const plain = parts.filter(({ isHtml }) => !isHtml);
  const html = parts.filter(({ isHtml }) => isHtml);
  const plainText = readAll(plain);
  const hasPlain = 'text' in plainText && plainText.text.trim() !== '';
  if (hasPlain && (html.length === 0 || !mayBeStub(plainText.text))) return plainText;
  const htmlText = readAll(html);
  if ('unreadable' in htmlText) return hasPlain ? plainText : htmlText;
  if (hasPlain && !isStub(plainText.text, htmlText.text)) return plainText;
  return htmlText.text.trim() === '' ? plainText : htmlText;
}

function readAll(parts: readonly MailText[]): { text: string } | { unreadable: string } {
  const texts: string[] = [];
  for (const part of parts) {
    const read = decodePart(part);
    if ('unreadable' in read) return read;
    texts.push(part.isHtml ? htmlToText(read.text) : read.text);
  }
  return { text: texts.join('\n') };
}

const mayBeStub = (text: string): boolean => text.trim().length < 400;

/** "Your mail program shows no HTML" and the like; or a plain text that is only the beginning. */
const isStub = (plain: string, html: string): boolean =>
  html.trim().length > plain.trim().length * 3 &&
  (plain.trim().length < 40 ||
    /\bhtml\b|\bbrowser\b|web version|online version|im browser|navigateur|navegador/i.test(plain));

/** In the form in which mail programs write it, so that it is passed over in the same way. */
const innerHeader = (fields: HeaderFields): string =>
  [
    '---------- Forwarded message ----------',
    ...(['From', 'Date', 'Subject', 'To'] as const)
      .map((name) => [name, readableField(fields.get(name.toLowerCase()))] as const)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
