/**
 * The file of a backup: gzip over one line of JSON (the manifest), then blocks, then one line that says it is whole.
 *
 *     {"format":"rapport-backup","version":1,"migrations":[…],…}
 *     {"table":"messages","workspace":1,"columns":["workspace_id",…]}
 *     D 65536            followed by so many bytes of PostgreSQL's COPY text
 *     {"end":true,"rows":1234567}
 *
 * Lengths instead of an end mark, because the bytes are never looked into: two million rows pass through untouched.
 */
import { RapportError } from '@rapport/contract';
import { z } from 'zod';

export const backupManifest = z.object({
  format: z.literal('rapport-backup'),
  version: z.literal(1),
  migrations: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const backupTable = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  workspace: z.int().nullable(),
  columns: z.array(z.string().regex(/^[a-z_]+$/)),
});
export type BackupTable = z.infer<typeof backupTable>;

export const backupEnd = z.object({ end: z.literal(true), rows: z.int() });

export type BackupPart =
  | { kind: 'line'; value: unknown }
  /** Bytes of the table named by the line before. */
  | { kind: 'data'; bytes: Uint8Array };

export const writeLine = (value: BackupManifest | BackupTable | z.infer<typeof backupEnd>): Buffer =>
  Buffer.from(`${JSON.stringify(value)}\n`);

export const writeData = (bytes: Uint8Array): Buffer[] => [Buffer.from(`D ${bytes.byteLength}\n`), Buffer.from(bytes)];

const newline = 0x0a;
/** Longest line of JSON; a file that has none within it is no backup. */
const longestLine = 1024 * 1024;

/** Cuts an unpacked backup into its parts. @throws RapportError `unreadable-file` when it is none */
export async function* readParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupPart> {
  let held: Buffer = Buffer.alloc(0);
  let dataLeft = 0;
  for await (const chunk of bytes) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    while (held.length > 0) {
      if (dataLeft > 0) {
        const data = held.subarray(0, dataLeft);
        dataLeft -= data.length;
        held = held.subarray(data.length);
        yield { kind: 'data', bytes: data };
        continue;
      }
      const end = held.indexOf(newline);
      if (end < 0 && held.length > longestLine) throw noBackup();
      if (end < 0) break;
      const line = held.subarray(0, end).toString('utf8');
      held = held.subarray(end + 1);
      const length = /^D (\d{1,10})$/.exec(line)?.[1];
      if (length === undefined) yield { kind: 'line', value: parseLine(line) };
      else dataLeft = Number(length);
    }
  }
  if (held.length > 0 || dataLeft > 0) throw cutShort();
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw noBackup();
  }
}

export const noBackup = (): RapportError =>
  new RapportError('unreadable-file', {
    what: 'This file is no backup of Rapport.',
    why: 'Nothing was restored.',
    wayOut: 'Choose a file that "rapport backup" has written.',
  });

export const cutShort = (): RapportError =>
  new RapportError('unreadable-file', {
    what: 'This backup ends too early.',
    why: 'A part of it would be missing, so nothing was restored.',
    wayOut: 'Copy the file again from where it was made, or take the one before it.',
  });
