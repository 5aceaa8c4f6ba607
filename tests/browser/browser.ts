/** Debian's chromium through playwright-core; never downloads one. Without chromium the tests say so and skip, except in CI. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';

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

/** Opens a page and waits until it has all it asked for and nothing is left to draw. */
export async function visit(page: Page, url: string): Promise<void> {
  const open = new Set<Request>();
  let asked = 0;
  const began = (request: Request) => {
    asked += 1;
    if (request.resourceType() !== 'eventsource') open.add(request);
  };
  const ended = (request: Request) => void open.delete(request);
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended);
  try {
    await page.goto(url);
    await page.locator('h1').first().waitFor();
    for (let calm = 0, before = -1; calm < 3; before = asked) {
      await expect.poll(() => open.size, { interval: 20 }).toBe(0);
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 30)));
      calm = asked === before && open.size === 0 ? calm + 1 : 0;
    }
  } finally {
    page.off('request', began).off('requestfinished', ended).off('requestfailed', ended);
  }
}

/** By how many pixels the page is wider than its window. */
export const findOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, as short sentences; empty when nothing. */
export async function findAccessTroubles(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts, so axe is evaluated by the browser's debugger instead of added to it.
  // What is still fading in has too little contrast for a moment; what turns for ever is not waited for.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
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
