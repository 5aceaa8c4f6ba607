/** Documents must not outlive what they speak of: every relative link leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'bench/README.md',
];

describe('the documents', () => {
  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  it('tell the journey in eight hops, each at a file', () => {
    const hops = [...readFileSync('docs/journey.md', 'utf8').matchAll(/^(\d)\. \[`[^`]+`\]\(([^)]+)\)/gm)];
    expect(hops.map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('speak of the product alone', () => {
    const workplace = new RegExp(['/wo' + 'rk/', 'registry\\.np' + 'm', 'sub' + 'agent'].join('|'), 'i');
    expect(pages.filter((page) => workplace.test(readFileSync(page, 'utf8')))).toEqual([]);
  });
});
