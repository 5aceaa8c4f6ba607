/** The first look: what a file is, what its columns mean, and what a person must still say before it is read. */
import type { IntakePlan, IntakeProblem } from '@rapport/contract';
import { findTranscriptColumn } from './cell-transcripts/find-transcript-column.ts';
import { lookAtCells } from './cell-transcripts/look-at-cells.ts';
import { countOf } from './count-words.ts';
import { lookAtCsv } from './csv/look-at-csv.ts';
import { lookAtJson } from './json/look-at-json.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { looksLikeMail } from './mbox/looks-like-mail.ts';
import { lookAtPrepared } from './prepared/look-at-prepared.ts';
import { recogniseArchive, recogniseForeign, recogniseText } from './prepared/recognise-source.ts';
import { FileRefused, makeProblem } from './problem.ts';
import type { OpenBytes } from './record.ts';
import { takeHead } from './take-head.ts';
import { decodeToUtf8 } from './unpack/decode-to-utf8.ts';
import { openPacked } from './unpack/open-packed.ts';
import { chooseMember, isZip, listMembers } from './unpack/read-zip-member.ts';
import { createCensusTaker, decideEncoding, type Encoding, sniffWideEncoding } from './unpack/sniff-encoding.ts';

export interface LookOptions {
  fileName: string;
  limits?: IntakeLimits;
  /** False reads only the first megabyte: units are then not counted, and a rating scale is a guess from the start. */
  whole?: boolean;
}

export type FileLook = { plan: IntakePlan } | { refused: IntakeProblem[] };

/** Never throws on what is in the file: what cannot be read is a refusal with its reason and way out. */
export async function lookAtFile(open: OpenBytes, o: LookOptions): Promise<FileLook> {
  const full = { fileName: o.fileName, limits: o.limits ?? defaultLimits, whole: o.whole ?? true };
  try {
    return await look(open, full);
  } catch (error) {
    if (error instanceof FileRefused) return { refused: [error.problem] };
    throw error;
  }
}

async function look(open: OpenBytes, o: Required<LookOptions>): Promise<FileLook> {
  const empty: FileLook = { refused: [makeProblem('empty-file', 'The file is empty.', { file: o.fileName })] };
  const head = await takeHead(open);
  if (head.length === 0) return empty;
  const members = isZip(head) ? await listMembers(open(0), o) : null;
  const archive = members && recogniseArchive(members);
  if (archive) {
    const plan = { format: archive, member: null, encoding: 'utf-8' } as const;
    const found = await lookAtPrepared(open, plan, o);
    if (found) return { plan: { ...found.look, ...plan } };
  }
  const zip = members && chooseMember(members, o);
  const openBytes: OpenBytes = () => openPacked(open, zip?.member ?? null, o);
  const packedHead = await takeHead(openBytes);
  const foreign = recogniseForeign(packedHead);
  if (foreign)
    return { refused: [makeProblem('unknown-format', foreign.reason, { file: o.fileName, wayOut: foreign.wayOut })] };
  const told = (name: string): string => (name === 'utf-8' ? '' : ` It is written in ${name} and is read as that.`);
  const others = zip && zip.others > 0 ? ` It was packed with ${zip.others} other files, which are left out.` : '';
  const mail = looksLikeMail(packedHead);
  if (mail) {
    // Every mail names the encoding of its own parts; that of the file would be wrong for some of them.
    const plan = { format: mail, member: zip?.member ?? null, encoding: 'utf-8' } as const;
    const found = await lookAtPrepared(open, plan, o);
    if (found) return { plan: { ...found.look, ...plan, headline: `${found.look.headline}${others}` } };
  }
  const encoding = await findEncoding(openBytes, packedHead, o.whole);
  const openPlain: OpenBytes = (fromByte = 0) => skipBytes(decodeToUtf8(openBytes(), encoding), fromByte);
  const plainHead = await takeHead(openPlain);
  const first = plainHead.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (first === undefined) return empty;
  if (isBinary(plainHead)) {
    const reason = 'This is no text: it may be a picture, a PDF or a workbook of a spreadsheet.';
    return { refused: [makeProblem('unknown-format', reason, { file: o.fileName })] };
  }
  const text = recogniseText(plainHead, zip?.member ?? o.fileName);
  const plan = text && ({ format: text, member: zip?.member ?? null, encoding } as const);
  const found =
    (plan && (await lookAtPrepared(open, plan, o))) ??
    (first === 0x7b || first === 0x5b ? await lookAtJson(openPlain, o) : await lookAtCsvFile(openPlain, plainHead, o));
  if ('refused' in found) return found;
  const { headline, ...look } = found.look;
  return {
    plan: { ...look, member: zip?.member ?? null, encoding, headline: `${headline}${told(encoding)}${others}` },
  };
}

/** Packed bytes cannot be opened in the middle; going on behind an open quote unpacks them once more. */
async function* skipBytes(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function findEncoding(open: OpenBytes, head: Uint8Array, whole: boolean): Promise<Encoding> {
  const wide = sniffWideEncoding(head);
  if (wide !== null && wide !== 'utf-8') return wide;
  const census = createCensusTaker();
  if (whole) for await (const chunk of open(0)) census.add(chunk);
  else census.add(head.subarray(0, Math.max(0, head.length - 3)));
  return decideEncoding(census.count());
}

/** More than a stray NUL or control character in the first kilobytes. */
function isBinary(head: Uint8Array): boolean {
  const looked = head.subarray(0, 4096);
  const odd = looked.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return odd > 2 && odd * 50 > looked.length;
}

async function lookAtCsvFile(open: OpenBytes, head: Uint8Array, o: Required<LookOptions>) {
  const cells = await findTranscriptColumn(head, o.limits);
  if (cells) return lookAtCells(open, cells, o);
  const found = await lookAtCsv(open, o);
  if ('refused' in found) return found;
  const { look } = found;
  const count = look.units === null ? '' : `: ${countOf(look.units, 'row')}`;
  const inside = look.conversations === null ? '' : ` in ${countOf(look.conversations, 'conversation')}`;
  const sentence =
    look.needsMapping.length > 0
      ? `A table whose columns must be named first${count}.`
      : `A table with one message a row${count}${inside}.`;
  return { look: { ...look, format: 'csv' as const, headline: sentence } };
}
