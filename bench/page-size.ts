/** What a browser must fetch before the first page shows, compressed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { keepTable, rounded } from './table.ts';

const dist = 'packages/web/dist';
if (!existsSync(join(dist, 'index.html'))) throw new Error('The pages are not built: npm start builds them.');
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
const rows = [...new Set(first)].map((path) => {
  const bytes = readFileSync(join(dist, path));
  return { path, plain: bytes.length, packed: gzipSync(bytes, { level: 9 }).length };
});
const sum = (kind: string) =>
  rows.filter(({ path }) => path.endsWith(kind)).reduce((total, { packed }) => total + packed, 0) / 1024;
keepTable({
  name: 'page-size',
  title: 'First page',
  about: 'Files named by the first HTML document; pages themselves load when they are opened.',
  columns: ['file', 'plain kB', 'gz kB'],
  rows: [
    ...rows.map(({ path, plain, packed }) => [
      path.replace(/-[\w-]{8}\./, '.'),
      rounded(plain / 1024, 1),
      rounded(packed / 1024, 1),
    ]),
    ['all JavaScript', '', rounded(sum('.js'), 1)],
    ['all CSS', '', rounded(sum('.css'), 1)],
  ],
});
