/** The main job in a real browser: bring in a file, say who is who, read Focus, its conversations and their words. */
import { mkdirSync, readFileSync } from 'node:fs';
import { call, getStatus, listConversations } from '@rapport/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';

const title = `the pages${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const foreign: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk });
    page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && /^https?:/.test(request.url())) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('dialog', (dialog) => {
      errors.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('opens on the first run when nothing is here, with nothing that leads nowhere', async () => {
    await page.goto(server.origin);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/first-run');
    expect(await page.getByText('Try one reply').count()).toBeGreaterThan(0);
  });

  it('marks a draft as it is typed, without any data', async () => {
    await page.goto(`${server.origin}/try`);
    const boxes = page.getByRole('textbox');
    await boxes
      .nth(0)
      .fill('My tent was meant to arrive Wednesday and we leave Saturday. Third time I ask. Where is it?');
    await boxes.nth(1).fill('Your parcel is delayed. Let me know if I can help with anything else.');
    await page.getByText('that your draft skips', { exact: false }).first().waitFor();
  });

  it('reads a dropped file, asks who is who, scores and finds the focus', async () => {
    await page.goto(`${server.origin}/first-run`);
    const file = {
      name: 'team.jsonl.gz',
      mimeType: 'application/gzip',
      buffer: readFileSync('examples/sample-team/sample-team.jsonl.gz'),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: /say who is who/i }).click({ timeout: 60_000 });
    await page.waitForURL(/\/who$/);
    await page.getByRole('button', { name: /start scoring/i }).click();
    await page
      .getByRole('link', { name: /open focus/i })
      .first()
      .click({ timeout: 110_000 });
    await page.waitForURL(/\/focus/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Agent 1', { exact: false }).count()).toBeGreaterThanOrEqual(0);
  });

  it('leads from a number to the conversations behind it, and to their marked words', async () => {
    await page.goto(`${server.origin}/focus`);
    await page.locator('main a[href*="/conversations"]').first().click();
    await page.waitForURL(/\/conversations/);
    await page.locator('.cell-words').first().waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(/[?&]at=\d+/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/conversations\/\d+/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.evidence').first().waitFor();
  });

  it('goes through the drivers by keyboard: an outcome, a quality, how it is known, the conversations behind it', async () => {
    await page.goto(`${server.origin}/focus`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.locator('.driver-table').waitFor({ timeout: 30_000 });
    expect(await page.getByRole('navigation', { name: 'Outcome' }).getByRole('link').count()).toBe(4);
    // Nobody has reviewed anything, so nothing may be said to come first and nothing is in colour.
    expect(await page.getByText('Tied for first').count()).toBe(0);
    expect(await page.locator('.driver-table .strength, .driver-table .attention').count()).toBe(0);
    await page.keyboard.press('j');
    await page.waitForURL(/[?&]at=/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What happens to the answer as we compare fairly' }).waitFor();
    await page.keyboard.press('e');
    await page.waitForURL(/\/conversations\?quality=/);
  });

  it('prints the five articles beside this team’s answer on one page, without a name', async () => {
    await page.goto(`${server.origin}/drivers/print?outcome=resolved`);
    await page.getByText('Article 5').first().waitFor();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    expect(await page.locator('.sheet').innerText()).not.toMatch(/Agent \d/);
  });

  it('takes ten verdicts by keyboard before it shows its own', async () => {
    await page.goto(`${server.origin}/check`);
    await page.getByRole('button', { name: /ten moments/i }).click();
    for (let card = 0; card < 10; card += 1) {
      await page
        .getByText(`${card + 1} of 10`)
        .first()
        .waitFor();
      await page.keyboard.press('3');
      await page.locator('.check-next').waitFor();
      await page.keyboard.press('Enter');
    }
    await page
      .getByText(/agreed on \d+ of 10/)
      .first()
      .waitFor();
  });

  it('shows untrusted words as words', async () => {
    const attack = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}" onmouseover=alert(3) x="';
    const line = {
      id: attack,
      channel: 'chat',
      subject: attack,
      customer: attack,
      messages: [
        {
          id: '1',
          at: '2026-03-01T10:00:00Z',
          role: 'customer',
          author: attack,
          text: `${attack} Where is my zanzibar order? It is late.`,
        },
        {
          id: '2',
          at: '2026-03-01T10:02:00Z',
          role: 'agent',
          author: attack,
          text: `${attack} I am sorry, it left today.`,
        },
      ],
    };
    await page.goto(`${server.origin}/first-run`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'attack.jsonl', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify(line)) });
    await page.getByRole('link', { name: /say who is who/i }).click({ timeout: 60_000 });
    await page.waitForURL(/\/who$/);
    await page.getByRole('button', { name: /start scoring/i }).click();
    // The link to Focus is there already, from the file before: the server says when this one is scored.
    const found = () => call(listConversations, { origin: server.origin, query: { q: 'zanzibar' } });
    await expect.poll(async () => (await found()).rows.length).toBe(1);
    await expect.poll(async () => (await call(getStatus, { origin: server.origin })).openImports).toEqual([]);
    await page.goto(`${server.origin}/conversations?q=zanzibar`);
    await page.locator('.cell-words').first().waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(/[?&]at=\d+/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/conversations\/\d+/);
    await page.getByText('alert(2)', { exact: false }).first().waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    const found: string[] = [];
    for (const path of [
      '/first-run',
      '/focus',
      '/drivers',
      '/drivers/empathy?outcome=resolved',
      '/drivers/print',
      '/conversations',
      '/check',
      '/try',
      '/settings',
      await firstConversation(page),
    ]) {
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        await visit(page, server.origin + path);
        found.push(...(await findAccessTroubles(page)).map((one) => `${path} ${size.width} ${one}`));
        if (process.env.RAPPORT_PICTURES) await keepPicture(page, `${path}-${scheme}-${size.width}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('asked no other machine for anything, and no script failed', () => {
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  async function firstConversation(where: Page): Promise<string> {
    await where.setViewportSize(desk);
    await where.goto(`${server.origin}/conversations`);
    const link = where.locator('a[href^="/conversations/"]').first();
    await link.waitFor();
    return (await link.getAttribute('href')) ?? '/conversations';
  }

  async function keepPicture(where: Page, name: string): Promise<void> {
    const folder = process.env.RAPPORT_PICTURES ?? '';
    mkdirSync(folder, { recursive: true });
    await where.screenshot({ path: `${folder}/${name.replaceAll('/', '_').replace(/\?.*/, '')}.png` });
  }
});
