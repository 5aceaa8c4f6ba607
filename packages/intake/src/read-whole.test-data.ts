/** What every test of reading does: look at bytes, then read them to the end. */
import type { IntakePlan } from '@rapport/contract';
import { type Gathered, gatherConversations } from './gather-conversations.ts';
import { defaultLimits, type IntakeLimits } from './limits.ts';
import { lookAtFile } from './look-at-file.ts';
import { readRecords } from './read-records.ts';
import type { IntakeRecord, OpenBytes, ReadPosition } from './record.ts';
import { joinBytes } from './regroup-bytes.ts';
import { unpackFile } from './unpack/unpack-file.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens bytes in pieces of the given size. */
export function openIn(bytes: Uint8Array, pieceBytes = 65_536): OpenBytes {
  return async function* (fromByte = 0) {
    for (let at = fromByte; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
}

export async function lookAt(
  content: string | Uint8Array,
  fileName = 'file.csv',
  limits: IntakeLimits = defaultLimits,
) {
  return lookAtFile(openIn(typeof content === 'string' ? bytesOf(content) : content), { fileName, limits });
}

export async function planOf(content: string | Uint8Array, fileName = 'file.csv'): Promise<IntakePlan> {
  const found = await lookAt(content, fileName);
  if ('refused' in found) throw new Error(`refused: ${found.refused[0]?.reason}`);
  return found.plan;
}

/** The codes for which a file is refused; empty when it is not. */
export async function refusalsOf(
  content: string | Uint8Array,
  fileName?: string,
  limits?: IntakeLimits,
): Promise<string[]> {
  const found = await lookAt(content, fileName, limits);
  return 'refused' in found ? found.refused.map(({ code }) => code) : [];
}

export interface ReadWhole extends Gathered {
  plan: IntakePlan;
  records: IntakeRecord[];
}

export async function readWhole(
  content: string | Uint8Array,
  o: {
    fileName?: string;
    plan?: Partial<IntakePlan>;
    limits?: IntakeLimits;
    startAt?: ReadPosition;
    ownDomains?: string[];
  } = {},
): Promise<ReadWhole> {
  const fileName = o.fileName ?? 'file.csv';
  const packed = openIn(typeof content === 'string' ? bytesOf(content) : content);
  const plan = { ...(await planOf(typeof content === 'string' ? bytesOf(content) : content, fileName)), ...o.plan };
  const parts: Uint8Array[] = [];
  for await (const part of unpackFile(packed, plan, { fileName })) parts.push(part);
  const records: IntakeRecord[] = [];
  const options = {
    fileName,
    limits: o.limits ?? defaultLimits,
    ownDomains: o.ownDomains ?? [],
    ...(o.startAt ? { startAt: o.startAt } : {}),
  };
  for await (const record of readRecords(openIn(joinBytes(parts)), plan, options)) records.push(record);
  return { ...(await gatherConversations(structuredClone(records))), plan, records };
}
