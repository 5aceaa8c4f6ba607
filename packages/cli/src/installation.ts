/** Where this copy of Rapport lies, and what came with it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Room for twice what pages hold at once over a million messages; see `run-bounded.ts`. */
export const serverHeap = '--max-old-space-size=448';

export interface Installation {
  rootFolder: string;
  version: string;
  /** The built pages, or null where they were not built. */
  webFolder: string | null;
  sampleFile: string;
  workerCommand: readonly [string, ...string[]];
}

export function findInstallation(): Installation {
  const here = fileURLToPath(import.meta.url);
  const rootFolder = findRoot(dirname(here));
  const manifest: unknown = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : 'unknown';
  const webFolder = join(rootFolder, 'packages', 'web', 'dist');
  return {
    rootFolder,
    version,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : null,
    sampleFile: join(rootFolder, 'examples', 'sample-team', 'sample-team.jsonl.gz'),
    // A heap that may grow is a heap that does: the promise is bounded memory whatever the file.
    workerCommand: [process.execPath, '--max-old-space-size=288', ...programArguments(), 'worker'],
  };
}

/** What Node is started with to run the command line; from sources (development) it needs the loader that runs this file. */
export function programArguments(): string[] {
  const here = fileURLToPath(import.meta.url);
  const rootFolder = findRoot(dirname(here));
  return here.endsWith('.ts')
    ? ['--import', 'tsx', join(rootFolder, 'packages/cli/src/main.ts')]
    : [join(rootFolder, 'dist', 'rapport.mjs')];
}

function findRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'packages'))) return at;
    if (dirname(at) === at) throw new Error(`No Rapport was found above ${folder}.`);
  }
}
