import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the data of a scored sample team is kept for the whole run; see `startSampleServer`. */
    sampleFolder: string;
  }
}

/** One folder for the run: the first file that asks for the sample team has it scored there, and all of them copy it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-sample-'));
  // As root the database runs under another user, who must be able to pass through the folder.
  chmodSync(folder, 0o711);
  project.provide('sampleFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
