/**
 * One mail, line by line → its header and its texts. Attachments are named and never held, so that a mail with a film in
 * it costs no more memory than its words.
 */
import { joinBytes } from '../regroup-bytes.ts';
import {
  type FieldValue,
  type HeaderFields,
  parseFieldValue,
  parseHeaderFields,
  readableField,
} from './header-fields.ts';

export interface MailText {
  isHtml: boolean;
  charset: string;
  encoding: string;
  isFlowed: boolean;
  deletesSpace: boolean;
  bytes: Uint8Array;
  /** Number of the multipart/alternative it belongs to; null for a text that stands for itself. */
  alternative: number | null;
  /** The header of the mail inside the mail that the text opens; null for the mail itself. */
  inner: HeaderFields | null;
}

export interface CollectedMail {
  headers: HeaderFields;
  texts: MailText[];
  /** Parts that were not read: file name or type. */
  leftOut: string[];
  broken: 'too-long' | 'too-many-parts' | 'no-mail' | null;
}

export const emptyMail = (broken: CollectedMail['broken']): CollectedMail => ({
  ...{ headers: parseHeaderFields(new Uint8Array(0)), texts: [], leftOut: [], broken },
});

export interface MailCollector {
  /** A line with its line end, or a piece of a very long one. */
  addLine(line: Uint8Array): void;
  finish(): CollectedMail;
}

export interface CollectorLimits {
  /** Bytes of header and texts that are held. */
  maxBytes: number;
  /** Only the header is wanted. */
  headersOnly?: boolean;
}

const mostParts = 1000;
const mostDepth = 32;
const mostLeftOutNamed = 50;
const longestHeader = 256 * 1024;

interface Level {
  boundary: string;
  alternative: number | null;
  isReport: boolean;
  /** The inner mail it stands in, if any. */
  inner: HeaderFields | null;
}

export function createMailCollector(o: CollectorLimits): MailCollector {
  const mail: CollectedMail = emptyMail(null);
  const levels: Level[] = [];
  let inHeader = true;
  let isTop = true;
  let inner: HeaderFields | null = null;
  let header: Uint8Array[] = [];
  let headerBytes = 0;
  let held = 0;
  let parts = 0;
  let alternatives = 0;
  // What stands before the first boundary is for programs of 1992, unless that boundary never comes.
  let preamble: Uint8Array[] = [];
  let text: { form: Omit<MailText, 'bytes'>; lines: Uint8Array[] } | null = null;

  const closeText = (): void => {
    if (text) mail.texts.push({ ...text.form, bytes: joinBytes(text.lines.length > 0 ? text.lines : [empty]) });
    text = null;
  };
  const leaveOut = (name: string): void => {
    if (mail.leftOut.length < mostLeftOutNamed) mail.leftOut.push(name);
  };
  const endHeader = (): void => {
    inHeader = false;
    const fields = parseHeaderFields(joinBytes(header.length > 0 ? header : [empty]));
    [header, headerBytes] = [[], 0];
    if (isTop) mail.headers = fields;
    else if (inner === expected) inner = fields;
    isTop = false;
    if (o.headersOnly) return;
    openPart(fields);
  };
  const openPart = (fields: HeaderFields): void => {
    const type = parseFieldValue(fields.get('content-type') || 'text/plain');
    const disposition = parseFieldValue(fields.get('content-disposition'));
    const encoding = fields.get('content-transfer-encoding').toLowerCase();
    const boundary = type.parameters.get('boundary') ?? '';
    const isTooDeep = levels.length >= mostDepth;
    if (type.value.startsWith('multipart/') && boundary !== '' && !isTooDeep) {
      if (type.value === 'multipart/alternative') alternatives += 1;
      const above = levels.at(-1);
      levels.push({
        boundary: `--${boundary}`,
        alternative: type.value === 'multipart/alternative' ? alternatives : (above?.alternative ?? null),
        isReport: type.value === 'multipart/report' || (above?.isReport ?? false),
        inner,
      });
      return;
    }
    const isAttached = disposition.value === 'attachment';
    const level = levels.at(-1);
    if (
      type.value === 'message/rfc822' &&
      !isAttached &&
      !level?.isReport &&
      !/base64|quoted/.test(encoding) &&
      !isTooDeep
    ) {
      [inHeader, inner] = [true, expected];
      return;
    }
    const isText = type.value === 'text/plain' || type.value === 'text/html' || !type.value.includes('/');
    if (isText && !isAttached && !(level?.isReport && mail.texts.length > 0)) {
      text = { form: textForm(type, encoding, level?.alternative ?? null, inner), lines: [] };
    } else {
      leaveOut(nameOf(type, disposition));
    }
  };

  return {
    addLine(line) {
      if (mail.broken) return;
      if (inHeader) {
        if (isBlankLine(line)) return endHeader();
        if (levels.length > 0 && isDashed(line) && closeLevel(line)) return;
        headerBytes += line.length;
        if (headerBytes <= longestHeader) header.push(line);
        return;
      }
      if (o.headersOnly) return;
      if (levels.length > 0 && isDashed(line) && closeLevel(line)) return;
      if (!text && (parts > 0 || levels.length === 0)) return;
      held += line.length;
      if (held > o.maxBytes) {
        [mail.broken, text] = ['too-long', null];
        mail.texts = [];
        preamble = [];
      } else (text?.lines ?? preamble).push(line);
    },
    finish() {
      if (inHeader) endHeader();
      closeText();
      if (parts === 0 && preamble.length > 0 && mail.texts.length === 0 && mail.leftOut.length === 0) {
        const form = textForm(parseFieldValue('text/plain'), '', null, null);
        mail.texts.push({ ...form, bytes: joinBytes(preamble) });
      }
      return mail;
    },
  };

  /** A boundary of any open level closes what is inside it; one that never comes leaves its text open to the end. */
  function closeLevel(line: Uint8Array): boolean {
    const written = latin1.decode(line).trimEnd();
    for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
      const { boundary } = levels[depth] ?? { boundary: '' };
      if (written !== boundary && written !== `${boundary}--`) continue;
      if (inHeader) [header, headerBytes] = [[], 0];
      closeText();
      const isEnd = written !== boundary;
      inner = levels[depth]?.inner ?? null;
      levels.length = isEnd ? depth : depth + 1;
      inHeader = !isEnd;
      parts += 1;
      if (parts > mostParts) mail.broken = 'too-many-parts';
      return true;
    }
    return false;
  }
}

const latin1 = new TextDecoder('latin1');
const empty = new Uint8Array(0);
/** Stands for the header of an inner mail until it is read. */
const expected: HeaderFields = { get: () => '', has: () => false };

const isDashed = (line: Uint8Array): boolean => line[0] === 0x2d && line[1] === 0x2d && line.length < 2000;
const isBlankLine = (line: Uint8Array): boolean =>
  line.length === 0 || line[0] === 0x0a || (line[0] === 0x0d && (line[1] === 0x0a || line.length === 1));

function textForm(
  type: FieldValue,
  encoding: string,
  alternative: number | null,
  inner: HeaderFields | null,
): Omit<MailText, 'bytes'> {
  return {
    isHtml: type.value === 'text/html',
    charset: (type.parameters.get('charset') ?? '').toLowerCase(),
    encoding,
    isFlowed: type.parameters.get('format')?.toLowerCase() === 'flowed',
    deletesSpace: type.parameters.get('delsp')?.toLowerCase() === 'yes',
    alternative,
    inner,
  };
}

const nameOf = (type: FieldValue, disposition: FieldValue): string =>
  readableField(disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '') || type.value || 'a part';
