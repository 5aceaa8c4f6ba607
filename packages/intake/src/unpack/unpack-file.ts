/** A file as it came → plain UTF-8 bytes: out of its gzip or zip, out of its old encoding, without its mark. */
import type { IntakePlan } from '@rapport/contract';
import { defaultLimits, type IntakeLimits } from '../limits.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { decodeToUtf8 } from './decode-to-utf8.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { isZip, readZipMember } from './read-zip-member.ts';
import { createSizeGuard } from './size-guard.ts';

/**
 * The plain bytes of a file that was looked at. Store them, and open them for `readRecords` from any byte.
 * @throws {FileRefused} when the archive is damaged, encrypted or a bomb; the error carries the problem to show.
 */
export function unpackFile(
  open: OpenBytes,
  plan: Pick<IntakePlan, 'encoding' | 'member'>,
  o: { fileName: string; limits?: IntakeLimits },
): AsyncIterable<Uint8Array> {
  return decodeToUtf8(openPacked(open, plan.member, { ...o, limits: o.limits ?? defaultLimits }), plan.encoding);
}

/** The bytes inside gzip or zip, still in their encoding. */
export async function* openPacked(
  open: OpenBytes,
  member: string | null,
  o: { fileName: string; limits: IntakeLimits },
): AsyncGenerator<Uint8Array> {
  const head = await takeHead(open, 8);
  if (isGzip(head)) yield* gunzip(open(0), o);
  else if (isZip(head) && member !== null) {
    const inside: OpenBytes = () => readZipMember(open(0), member, o);
    if (/\.gz$/i.test(member)) yield* gunzip(inside(), o);
    else yield* inside();
  } else {
    const guard = createSizeGuard(o);
    for await (const chunk of open(0)) {
      guard.addPacked(chunk.length);
      guard.addUnpacked(chunk.length);
      yield chunk;
    }
  }
}
