/** Reviewing in a real browser, by keys alone: drawn by chance, read blind, kept over a reload, compared, finished. */
import { type ReviewTask, reviewResults } from '@rapport/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';
import { startSampleServer } from './sample-server.ts';

const title = `reviews${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  const ask = async (path: string, body?: object) => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`${server.origin}/api/v1${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: desk })).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await ask('/review-draws', { kind: 'random', wanted: 1, reviewerIds: ['local'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const rated = () => page.locator('.review-side p[aria-live]');

  it('are done by keys alone, and a reload loses nothing', async () => {
    await page.goto(`${server.origin}/reviews`);
    await page.getByRole('button', { name: 'Begin reviewing' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Read it fresh', exact: false }).waitFor();
    expect(await page.getByText('hidden for now', { exact: false }).count()).toBe(1);
    await page.keyboard.press('1');
    await page.keyboard.press('q');
    await page.getByRole('dialog').waitFor();
    await page.locator('.quote-choice button').first().press('Enter');
    await page.locator('.rating-quotes li').waitFor();
    for (const key of ['3', '2', '3', '0', '1', '3', '3', '2', '0', '3', '3', '2', '3']) {
      await page.keyboard.press('j');
      await page.keyboard.press(key);
    }
    await expect.poll(() => rated().innerText()).toBe('14 of 14 rated · 1 quote attached · saved as you go');
    await page.reload();
    await expect.poll(() => rated().innerText()).toBe('14 of 14 rated · 1 quote attached · saved as you go');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You and the machine agree on', exact: false }).waitFor();
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/readings'));
    await page.keyboard.press('f');
    expect((await kept).status()).toBe(200);
  });

  it('are counted as what they are', async () => {
    const { tasks } = await ask('/review-tasks/mine');
    expect(tasks.filter(({ state }: ReviewTask) => state === 'done')).toHaveLength(1);
    const results = reviewResults.parse(await ask('/review-results'));
    expect(results.reviewed).toMatchObject({ random: 1, flagged: 0, chosen: 0 });
    await page.goto(`${server.origin}/reviews/list?drawn=random`);
    await page.getByRole('heading', { name: '1 finished review' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('have nothing that axe objects to, %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    const { tasks } = await ask('/review-tasks/mine');
    const done = tasks.find(({ state }: ReviewTask) => state === 'done');
    const open = tasks.find(({ state }: ReviewTask) => state === 'open');
    const { review } = await ask(`/review-tasks/${open.assignmentId}/open`, {});
    const found: string[] = [];
    for (const path of ['/reviews', '/reviews/list', `/reviews/${review.id}`, `/reviews/${done.reviewId}`]) {
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        await visit(page, server.origin + path);
        found.push(...(await findAccessTroubles(page)).map((one) => `${path} ${size.width} ${one}`));
        const wider = await findOverflow(page);
        if (wider > 0) found.push(`${path} is ${wider} wider than ${size.width}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('are rated on a phone with the conversation in sight, one category after the other', async () => {
    const { tasks } = await ask('/review-tasks/mine');
    const open = tasks.find(({ state }: ReviewTask) => state === 'open');
    const { review } = await ask(`/review-tasks/${open.assignmentId}/open`, {});
    await page.setViewportSize(phone);
    await visit(page, `${server.origin}/reviews/${review.id}`);
    const sheet = page.getByRole('complementary', { name: 'Your ratings' });
    const row = sheet.locator('.rating:visible');
    expect(await row.count()).toBe(1);
    expect(await page.locator('.review-middle .message').first().isVisible()).toBe(true);
    const first = await row.locator('.rating-name').innerText();
    await row.getByRole('radio', { name: 'Met' }).click();
    await expect.poll(() => rated().innerText()).toMatch(/^1 of 14 rated/);
    await sheet.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => row.locator('.rating-name').innerText()).not.toBe(first);
    const bottom = await sheet.boundingBox();
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual(phone.height + 1);
    await sheet.getByRole('button', { name: 'All 14' }).click();
    expect(await row.count()).toBe(14);
    expect(await findAccessTroubles(page)).toEqual([]);
  });

  it('let no script fail', () => {
    expect(errors).toEqual([]);
  });
});
