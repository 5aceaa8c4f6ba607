/** `npm run dev`: server from the sources with restart on change, pages with hot reload, on a database of its own with the sample team. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

process.env.RAPPORT_DATA ??= join(process.cwd(), '.rapport-dev');
process.env.PORT ??= '7401';
process.env.NODE_ENV ??= 'development';

const seed = spawn(process.execPath, ['--import', 'tsx', 'packages/cli/src/main.ts', 'seed'], {
  stdio: ['ignore', 2, 2],
});
await new Promise((resolve) => seed.on('exit', resolve));
const server = spawn(
  process.execPath,
  ['--watch-path=packages', '--watch-preserve-output', '--import', 'tsx', 'packages/cli/src/main.ts', 'serve'],
  { stdio: 'inherit' },
);
process.on('exit', () => server.kill());
const pages = await createServer({
  configFile: 'packages/web/vite.config.ts',
  root: 'packages/web',
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT}`, changeOrigin: true } } },
});
await pages.listen(7402);
process.stdout.write('Pages with reload: http://127.0.0.1:7402/focus\n');
