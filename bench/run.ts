/** Runs every bench, or the ones named: `npm run bench -- scoring-speed import-speed`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const all = [
  'scoring-speed',
  'draft-speed',
  'models',
  'verdicts',
  'accuracy',
  'transfer',
  'reasons',
  'pairs',
  'import-speed',
  'push-speed',
  'read-speed',
  'page-size',
  'articles',
  'article-speed',
  'big-mbox',
  'statistics-speed',
];
const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : all;
if (chosen.length === 0) {
  process.stderr.write(`There is no such bench. Known: ${all.join(', ')}.\n`);
  process.exit(2);
}
if (!existsSync('bench/node_modules')) {
  const npm = spawnSync('npm', ['ci', '--prefix', 'bench', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] });
  if (npm.status !== 0) process.stderr.write('The peers could not be installed; the benches without them still run.\n');
}
let failed = 0;
for (const name of chosen) {
  process.stderr.write(`\n${name} …\n`);
  const done = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', `bench/${name}.ts`], {
    stdio: 'inherit',
  });
  if (done.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
