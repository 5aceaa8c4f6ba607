/**
 * Makes docs/accuracy.md and docs/model-card.md from what was measured. `--check` writes nothing and fails when one of
 * them is out of date.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { measuredAccuracy } from '@rapport/qualities';
import { accuracyPage } from './accuracy-page.ts';
import { modelCard } from './model-card.ts';

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const folders = ['packages/qualities/src/models', 'packages/qualities/src/models/generated'];
/** Weights are kept as base64 text, four letters for three bytes, in one pair of quotes. */
const weights = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && statSync(`${folder}/${file}`).size > 100_000)
    .map((file) => {
      const letters = Math.max(
        ...readFileSync(`${folder}/${file}`, 'utf8')
          .split("'")
          .map(({ length }) => length),
      );
      return { file, bytes: (letters * 3) / 4 };
    }),
);

const accuracy = measuredAccuracy();
const pages = new Map([
  ['docs/accuracy.md', accuracyPage(accuracy)],
  [
    'docs/model-card.md',
    modelCard({
      accuracy,
      training: read('training/README.md') ?? '',
      pairs: read('bench/results/pairs.md'),
      weights,
    }),
  ],
]);
const stale = [...pages].filter(([path, text]) => read(path) !== text);
if (process.argv.includes('--check')) {
  const names = stale.map(([path]) => path).join('\n');
  process.stdout.write(
    stale.length === 0 ? 'accuracy pages: up to date\n' : `out of date, run npm run generate:\n${names}\n`,
  );
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [path, text] of stale) writeFileSync(path, text);
  process.stdout.write(`${pages.size} accuracy pages, ${stale.length} written\n`);
}
