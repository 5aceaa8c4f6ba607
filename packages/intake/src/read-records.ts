/** Plain UTF-8 bytes and a plan → conversations in pieces, and problems, in the order of the file. */
import type { IntakePlan } from '@rapport/contract';
import { readCsv } from './csv/read-csv.ts';
import { readItems } from './json/read-items.ts';
import { readerOf } from './json/reader-of.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { readMbox } from './mbox/read-mbox.ts';
import type { IntakeRecord, OpenBytes, ReadPosition } from './record.ts';

/**
 * Memory stays bounded whatever the file: one row, one conversation in JSON or one mail at a time. After every record
 * `after` says where to go on; the records before and behind such a place are those of one uninterrupted reading.
 */
export function readRecords(
  open: OpenBytes,
  plan: IntakePlan,
  o: { fileName: string; startAt?: ReadPosition; limits?: IntakeLimits; ownDomains?: readonly string[] },
): AsyncGenerator<IntakeRecord> {
  const options = {
    fileName: o.fileName,
    startAt: o.startAt,
    limits: o.limits ?? defaultLimits,
    ownDomains: o.ownDomains ?? [],
  };
  if (plan.format === 'csv') return readCsv(open, plan, options);
  if (plan.format === 'mbox') return readMbox(open, plan, options);
  return readItems(open, plan, readerOf(plan.format), options);
}
