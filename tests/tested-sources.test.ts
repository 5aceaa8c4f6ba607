/** The list of what is tested of every source must not outlive the tests it names. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rows = readFileSync('docs/tested-sources.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('|---') && line.includes('.ts |'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('what every source is tested for', () => {
  it('has a test for each of the seventeen points', () => {
    const points = new Set(rows.filter((cells) => cells.length === 4).map(([number]) => Number(number)));
    expect([...points]).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  it.each(rows.map((cells) => [cells.at(-1) ?? '', cells.at(-2) ?? ''] as const))('%s holds “%s”', (file, name) => {
    expect(name.length).toBeGreaterThan(10);
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text.includes(`'${name}'`) || text.includes(`\`${name}\``)).toBe(true);
  });
});
