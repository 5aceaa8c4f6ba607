/** Debian's chromium through playwright-core; never downloads one. Without chromium the tests say so and skip, except in CI. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  process.env.RAPPORT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));
/** In CI a missing browser is a failure, never a silent pass. */
export const skipWithoutBrowser = chromiumPath === undefined && process.env.CI === undefined;

export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined)
    throw new Error('There is no chromium: install Debian’s package or set RAPPORT_CHROMIUM.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, as short sentences; empty when nothing. */
export async function findAccessTroubles(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts, so axe is evaluated by the browser's debugger instead of added to it.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: () => Promise<AxeAnswer> } }).axe;
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

interface AxeAnswer {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
