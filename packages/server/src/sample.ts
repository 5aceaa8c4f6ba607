/**
 * The sample team: made-up conversations of ten agents, brought in by the same road as any file. Nobody is asked who is
 * who, because the file says it for every message.
 */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type ImportRun, RapportError } from '@rapport/contract';
import type { ImportActions } from './api/app-parts.ts';

/** Name of the origin of the sample's conversations; a file of one's own never has it by default. */
export const sampleSource = 'sample';

/** @throws RapportError `unavailable` when the file is not there */
export async function importSample(imports: Pick<ImportActions, 'receive'>, path: string): Promise<ImportRun> {
  if (!existsSync(path)) {
    throw new RapportError('unavailable', {
      what: 'The file of the sample team is missing in this installation.',
      wayOut: 'Bring in a file of your own, or fetch the whole repository again.',
    });
  }
  return imports.receive({
    fileName: basename(path),
    source: sampleSource,
    bytes: createReadStream(path),
    limitBytes: Number.POSITIVE_INFINITY,
    autoConfirm: true,
    isSample: true,
  });
}
