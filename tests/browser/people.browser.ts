/** Pages of people in a real browser: my work, the team, thanks; by keyboard, for axe, and on a phone. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';
import { startSampleServer } from './sample-server.ts';

const title = `pages of people${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('opens the team, walks it by keys, and names nobody beside a quality', async () => {
    await visit(page, `${server.origin}/team`);
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
    await page.getByText('sees your thanks').first().waitFor();
    await visit(page, `${server.origin}/team`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('That was kind.').first().waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('That was kind.').first().waitFor({ state: 'detached' });
  });

  it('fits a phone', async () => {
    await page.setViewportSize(phone);
    for (const path of ['/my-work', '/team', '/people/1']) {
      await visit(page, `${server.origin}${path}`);
      expect(await findOverflow(page), path).toBe(0);
      expect(await findAccessTroubles(page), path).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});
