/**
 * Builds what `npm start` runs: one file for server, worker and command line (packages of the registry
 * stay outside it), and the pages. Everything is built beside the old version and then swapped in.
 */
import { rename, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildWeb } from './build-web.ts';

await Promise.all([buildProgram(), buildWeb('pages')]);

async function buildProgram(): Promise<void> {
  await build({
    // The door loads what it needs of the rest, so the process that only watches another stays small.
    entryPoints: {
      rapport: 'packages/cli/src/main.ts',
      'reading-thread': 'packages/server/src/apart/reading-thread.ts',
      'table-thread': 'packages/server/src/apart/table-thread.ts',
      'transcript-thread': 'packages/server/src/apart/transcript-thread.ts',
    },
    splitting: true,
    outdir: 'dist.next',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'registry packages stay outside',
        setup(one) {
          one.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@rapport/') ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
  await rm('dist', { recursive: true, force: true });
  await rename('dist.next', 'dist');
}
