/** The page of kept data in a real browser: a rule, a person handed out, a person erased; for axe, and on a phone. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, openBrowser, phone, skipWithoutBrowser } from './browser.ts';

const title = `the page of kept data${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;
const pictures = process.env.RAPPORT_PICTURES;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];
  const show = async (name: string) => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk, acceptDownloads: true });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    const sent = await fetch(`${server.origin}/api/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([
        talk('q1', 'Quillon Vanterpool', 'c-77', ''),
        talk('m1', 'Max Orley', 'c-1', 'Quillon Vanterpool called. '),
      ]),
    });
    expect(sent.status).toBe(202);
    const { id } = await sent.json();
    await until(async () => {
      const told = await (await fetch(`${server.origin}/api/v1/pushes/${id}`)).json();
      return told.state === 'scored';
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('proposes how long to keep, shows what would go, and waits for the count to be typed', async () => {
    await page.goto(`${server.origin}/settings/data`);
    await page.getByText('Today nothing would go of 2 conversations.').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await show('data-desk');
    await page.getByRole('radio', { name: 'the last message', exact: true }).check();
    await page.getByRole('textbox', { name: 'Days', exact: true }).fill('30');
    await page.getByText('Today 2 of 2 conversations would go.').first().waitFor();
    const save = page.getByRole('button', { name: /Keep them for 30 days/ });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('textbox', { name: 'Type 2 to confirm' }).fill('2');
    expect(await findAccessTroubles(page)).toEqual([]);
    await show('data-rule');
    await save.click();
    await page.getByRole('heading', { name: 'Conversations are kept for 30 days.' }).waitFor();
    await page.getByText('The first deletion is on').first().waitFor();
  });

  it('finds a person and hands out what is kept about them, with no name in any address', async () => {
    await page.getByRole('textbox', { name: 'Name, address or id' }).fill('vanterpool');
    await page.getByRole('button', { name: 'Find them' }).click();
    await page.getByRole('checkbox', { name: /Quillon Vanterpool/ }).check();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save everything kept about them' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('rapport-person.zip');
    expect(`${download.url()} ${page.url()}`.toLowerCase()).not.toContain('vanterpool');
  });

  it('erases them once their name is typed, and keeps a receipt without it', async () => {
    await page.getByRole('button', { name: 'Erase them' }).click();
    await page.getByText('1 conversation goes with 2 messages').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await show('data-erase');
    await page.getByRole('textbox', { name: 'Type Quillon Vanterpool to confirm' }).fill('Quillon Vanterpool');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('deleted conversations: 1').first().waitFor({ timeout: 20_000 });
    await show('data-erased');
    const text = await page.locator('main').innerText();
    expect(text).not.toContain('Vanterpool');
  });

  it('fits a phone, in the dark too', async () => {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await page.getByRole('heading', { name: 'Who was erased' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await show('data-phone-dark');
    expect(errors).toEqual([]);
  });
});

const talk = (id: string, customer: string, customerId: string, before: string) => ({
  ...{ id, channel: 'chat', customer: customerId },
  messages: [
    {
      ...{ id: `${id}-0`, role: 'customer', author: customer, authorId: customerId, at: '2024-01-05T10:00:00Z' },
      text: 'My lamp broke and I am very upset.',
    },
    {
      ...{ id: `${id}-1`, role: 'agent', author: 'Ben Hale', authorId: 'a-1', at: '2024-01-05T10:05:00Z' },
      text: `${before}I am so sorry that your lamp broke. I will send a new one today.`,
    },
  ],
});

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen within 30 seconds');
}
