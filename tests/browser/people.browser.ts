/** Pages of people in a real browser: my work, the team, thanks; by keyboard, for axe, and on a phone. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, openBrowser, phone, skipWithoutBrowser } from './browser.ts';

const title = `pages of people${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    const asked = await fetch(`${server.origin}/api/v1/sample`, { method: 'POST', body: '{}', headers: json });
    expect(asked.status).toBe(201);
    await waitUntilScored(server.origin);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('opens the team, walks it by keys, and names nobody beside a quality', async () => {
    await page.goto(`${server.origin}/team`);
    await page.getByRole('heading', { name: 'Who is carrying what' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    const names = await page.locator('.team-load tbody th').allInnerTexts();
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    expect(await page.locator('.team-qualities').innerText()).not.toContain('Agent');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Great at' }).waitFor();
  });

  it('shows a person’s ranges with the words behind them', async () => {
    expect(await findAccessTroubles(page)).toEqual([]);
    expect(await page.locator('h1').innerText()).not.toMatch(/missed/i);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.waitForURL(/\/conversations\/\d+/);
  });

  it('thanks somebody with words that stand there, and takes it back', async () => {
    await page.getByRole('button', { name: /^Thank / }).waitFor();
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'A word of yours' }).fill('That was kind.');
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.getByRole('button', { name: 'Say thank you' }).click();
    await page.getByText('sees your thanks').waitFor();
    await page.goto(`${server.origin}/team`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('That was kind.').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('That was kind.').waitFor({ state: 'detached' });
  });

  it('fits a phone', async () => {
    await page.setViewportSize(phone);
    for (const path of ['/my-work', '/team', '/people/1']) {
      await page.goto(`${server.origin}${path}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(800);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
      expect(await findAccessTroubles(page), path).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});

const json = { 'content-type': 'application/json' };

async function waitUntilScored(origin: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const status = await (await fetch(`${origin}/api/v1/status`)).json();
    if (status.conversations > 0 && status.scored === status.conversations && status.openImports.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('the sample team was not scored in time');
}
