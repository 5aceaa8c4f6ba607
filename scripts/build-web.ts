/** Builds the pages, or the static "try one reply" folder that any web host can carry. */
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export async function buildWeb(what: 'pages' | 'try'): Promise<void> {
  await build({
    root: 'packages/web',
    configFile: what === 'pages' ? 'packages/web/vite.config.ts' : 'packages/web/vite.try.config.ts',
    logLevel: 'error',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWeb(process.argv[2] === 'try' ? 'try' : 'pages');
  if (process.argv[2] === 'try') process.stdout.write('The folder dist-try can be put on any web host.\n');
}
