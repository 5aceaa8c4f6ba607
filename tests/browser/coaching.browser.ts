/** Coaching, practice, guides and suggestions as a lead and an agent would use them, in a real browser. */
import { call, getStatus, startSample } from '@rapport/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, openBrowser, phone, skipWithoutBrowser } from './browser.ts';

const title = `coaching${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    const { origin } = server;
    await call(startSample, { origin });
    for (;;) {
      const { conversations, scored } = await call(getStatus, { origin });
      if (conversations > 600 && scored === conversations) break;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: desk })).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('says before a plan begins what can be told, and for one person that it never can', async () => {
    await page.goto(`${server.origin}/coaching`);
    await page
      .getByRole('link', { name: /plan sessions/i })
      .first()
      .waitFor();
    await page.keyboard.press('p');
    await page.waitForURL(/\/coaching\/new/);
    await page.getByRole('checkbox', { name: 'Agent 1', exact: true }).check();
    await page.getByText(/^Never: with one person/).waitFor();
    await page.getByRole('checkbox', { name: 'Agent 2', exact: true }).check();
    await page.getByText(/in four of five cases|too few conversations|meet it as often/).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.getByRole('button', { name: 'Begin the plan' }).click();
    await page.waitForURL(/\/coaching\/\d+$/);
  });

  it('writes a session with an example in its exact words, and it stands once acknowledged', async () => {
    await page.getByRole('heading', { name: 'What we agreed' }).waitFor();
    await page.keyboard.press('s');
    await page.getByLabel('Habit: one small thing to do every day').fill('Read the first line again.');
    const example = page.locator('.pin-choice label').first();
    const quote = await example.locator('.say-small').innerText();
    await example.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Save the session' }).click();
    await page.locator('.plan-pins').getByText(quote, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'I stand by this' }).click();
    await page.getByText(/The coach acknowledged it on/).waitFor();
    expect(await page.getByRole('button', { name: 'Change it' }).count()).toBe(0);
    expect(await findAccessTroubles(page)).toEqual([]);
  });

  it('lets somebody answer a missed moment again on a phone, judged in the page and stored only if kept', async () => {
    const small = await (await browser.newContext({ viewport: phone })).newPage();
    const sent: string[] = [];
    small.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await small.goto(`${server.origin}/practice?quality=empathy`);
    await small.getByRole('textbox', { name: 'Your reply' }).fill('Please send me your order number.');
    await small.keyboard.press('Control+Enter');
    await small.locator('.practice-verdict .level-tag').waitFor();
    await small.getByRole('button', { name: 'Compare with what was written' }).click();
    await small.getByRole('heading', { name: 'What was really written' }).waitFor();
    expect(sent).toEqual([]);
    expect(await findAccessTroubles(small)).toEqual([]);
    await small.getByRole('button', { name: 'Keep it for me' }).click();
    await small.getByRole('heading', { name: 'What you kept' }).waitFor();
    expect(sent).toHaveLength(1);
    await small.close();
  });

  it('reads a guide, and proposes an article out of a conversation', async () => {
    await page.goto(`${server.origin}/guides/empathy`);
    await page.getByRole('heading', { name: 'Three habits' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.goto(`${server.origin}/conversations/1`);
    await page.getByRole('button', { name: 'Suggest an article, macro or rule' }).click();
    await page.getByLabel('Title').fill('What to do when half of it comes');
    await page.getByLabel('What is proposed, and why').fill('Customers ask twice.');
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.goto(`${server.origin}/suggestions`);
    await page.getByRole('heading', { name: 'What to do when half of it comes' }).waitFor();
    expect(errors).toEqual([]);
  });
});
