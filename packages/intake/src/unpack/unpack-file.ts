/** A file as it came → plain UTF-8 bytes: out of its gzip or zip, out of its old encoding, without its mark. */
import type { IntakePlan } from '@rapport/contract';
import { defaultLimits, type IntakeLimits } from '../limits.ts';
import { prepareSource } from '../prepared/prepare-source.ts';
import type { OpenBytes } from '../record.ts';
import { decodeToUtf8 } from './decode-to-utf8.ts';
import { openPacked } from './open-packed.ts';

/**
 * The plain bytes of a file that was looked at. Store them, and open them for `readRecords` from any byte. Mail, chat
 * exports and transcripts become lines of JSON here (see `prepared/`), because only the whole tells what belongs together.
 * @throws {FileRefused} when the archive is damaged, encrypted or a bomb; the error carries the problem to show.
 */
export function unpackFile(
  open: OpenBytes,
  plan: Pick<IntakePlan, 'encoding' | 'member'> & Partial<Pick<IntakePlan, 'format'>>,
  o: { fileName: string; limits?: IntakeLimits },
): AsyncIterable<Uint8Array> {
  const full = { ...o, limits: o.limits ?? defaultLimits };
  return (
    prepareSource(open, { format: 'csv', ...plan }, full) ??
    decodeToUtf8(openPacked(open, plan.member, full), plan.encoding)
  );
}
