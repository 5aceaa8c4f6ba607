/** Plain UTF-8 bytes and a plan → conversations in pieces, and problems, in the order of the file. */
import type { IntakePlan } from '@rapport/contract';
import { readCells } from './cell-transcripts/read-cells.ts';
import { readCsv } from './csv/read-csv.ts';
import { shapeOf } from './json/all-shapes.ts';
import { readItems } from './json/read-items.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { isPrepared } from './prepared/prepare-source.ts';
import { readPrepared } from './prepared/read-prepared.ts';
import type { IntakeRecord, OpenBytes, ReadPosition } from './record.ts';
import type { People } from './who/people.ts';

/**
 * Memory stays bounded whatever the file: one row, one conversation in JSON or one mail at a time. After every record
 * `after` says where to go on; the records before and behind such a place are those of one uninterrupted reading.
 */
export function readRecords(
  open: OpenBytes,
  plan: IntakePlan,
  o: {
    fileName: string;
    startAt?: ReadPosition;
    limits?: IntakeLimits;
    ownDomains?: readonly string[];
    /** From `readPeople`: who is who, where the helpdesk's file names authors by number. */
    people?: People;
  },
): AsyncGenerator<IntakeRecord> {
  const options = {
    fileName: o.fileName,
    startAt: o.startAt,
    limits: o.limits ?? defaultLimits,
    ownDomains: o.ownDomains ?? [],
    people: o.people,
  };
  if (plan.format === 'csv') return readCsv(open, plan, options);
  if (plan.format === 'cell-transcripts') return readCells(open, plan, options);
  if (isPrepared(plan.format)) return readPrepared(open, plan, options);
  return readItems(open, plan, shapeOf(plan.format), options);
}
