/**
 * Keeps the drawing of the house true: who may import whom, which packages stay pure, how long a file may get.
 * The drawing itself is in `docs/architecture.md`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const mayImport: Record<string, { ours: string[]; registry: string[] | 'any'; node: boolean }> = {
  contract: { ours: [], registry: ['zod'], node: false },
  statistics: { ours: [], registry: ['ml-matrix'], node: false },
  intake: {
    ours: ['contract'],
    registry: ['fflate', 'libphonenumber-js', 'postal-mime'],
    node: false,
  },
  qualities: { ours: ['contract'], registry: [], node: false },
  insight: { ours: ['contract', 'statistics'], registry: [], node: false },
  server: { ours: ['contract', 'statistics', 'intake', 'qualities', 'insight'], registry: 'any', node: true },
  web: { ours: ['contract', 'qualities'], registry: 'any', node: false },
  cli: {
    ours: ['contract', 'statistics', 'intake', 'qualities', 'insight', 'server'],
    registry: ['commander', 'eld', '@clack/prompts'],
    node: true,
  },
};
const pure = ['contract', 'statistics', 'intake', 'qualities', 'insight'];
const files = Object.keys(mayImport).flatMap((name) => sourcesBelow(join('packages', name, 'src')));

describe('the floors', () => {
  it('lets every package import only from the floors below it', () => {
    expect(files.length).toBeGreaterThan(100);
    const wrong = files.flatMap(({ path, floor, imports }) =>
      imports.filter((name) => !isAllowed(name, floor)).map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps clock, chance and environment out of the pure packages', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|argv|cwd|exit|stdout|hrtime|platform)\b|\bfetch\(|\bperformance\.now\(/;
    const wrong = files
      .filter(({ floor, path }) => pure.includes(floor) && !path.endsWith('contract/src/call.ts'))
      .filter(({ text }) => impure.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('keeps rooms apart: a quality knows no other quality, the store knows neither API nor jobs', () => {
    const wrong = files.flatMap(({ path, imports }) => {
      const room = /packages\/qualities\/src\/([a-z-]+)\/[a-z-]+\.ts$/.exec(path)?.[1];
      const isQuality = room !== undefined && files.some((one) => one.path.endsWith(`/${room}/examples.ts`));
      return imports
        .filter((name) =>
          isQuality
            ? files.some((one) => one.path.endsWith('/examples.ts') && name.includes(`../${roomOf(one.path)}/`))
            : path.includes('server/src/store/') && /\/(api|jobs)\//.test(name),
        )
        .map((name) => `${path} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps every file short enough for two screens', () => {
    // The table types are generated from the migrated database, however many tables there are.
    const long = files
      .filter(({ path }) => path !== 'packages/server/src/store/tables.ts')
      .filter(({ text }) => text.split('\n').length > 301)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('has no room without a name of its own', () => {
    const vague = /(^|\/)(utils?|helpers?|shared|common|misc)(\.tsx?$|\/)/;
    expect(files.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

function isAllowed(name: string, floor: string): boolean {
  const rule = mayImport[floor];
  if (!rule || name.startsWith('.')) return rule !== undefined;
  if (name.startsWith('node:')) return rule.node;
  const ours = /^@rapport\/([a-z]+)/.exec(name)?.[1];
  if (ours) return rule.ours.includes(ours);
  return rule.registry === 'any' || rule.registry.some((one) => name === one || name.startsWith(`${one}/`));
}

function sourcesBelow(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => {
      const path = relative('.', join(folder, name)).replaceAll('\\', '/');
      const text = readFileSync(path, 'utf8');
      const found = text.matchAll(
        /^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
      );
      return {
        path,
        floor: path.split('/')[1] ?? '',
        text,
        imports: [...found].map((one) => one[1] ?? one[2] ?? one[3] ?? ''),
      };
    });
}

const roomOf = (path: string): string => path.split('/').at(-2) ?? '';
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
