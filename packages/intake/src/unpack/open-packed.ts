/** A file as it came → the bytes inside its gzip or zip. */
import type { IntakeLimits } from '../limits.ts';
import type { OpenBytes } from '../record.ts';
import { takeHead } from '../take-head.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { isZip, readZipMember } from './read-zip-member.ts';

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
    // Plain bytes are as many as were sent: no limit is needed here, and a mailbox of 20 GB streams like a small one.
    yield* open(0);
  }
}
