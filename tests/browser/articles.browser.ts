/** Articles in a real browser: brought in, found, named by a reply, missing for a question, and suggested. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';

const title = `articles${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;
const pictures = process.env.RAPPORT_PICTURES;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  const picture = async (name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/articles-${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: desk });
    page.on('pageerror', (error) => errors.push(String(error)));
    if (pictures) mkdirSync(pictures, { recursive: true });
    await pushConversations(server.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('are brought in under Sources, and again without being doubled', async () => {
    await page.goto(`${server.origin}/articles`);
    await page.getByText('No articles are here yet.').first().waitFor();
    await page.getByRole('link', { name: 'Bring in articles' }).click();
    const file = page.locator('input[type=file]');
    await file.setInputFiles('examples/articles/zendesk-guide.json');
    await page.getByText('8 new.').first().waitFor({ timeout: 30_000 });
    await file.setInputFiles('examples/articles/zendesk-guide.json');
    await page.getByText('8 as before.').first().waitFor({ timeout: 30_000 });
    await file.setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"tickets":[]}'),
    });
    await page
      .getByText('No articles were found in broken.json.', { exact: false })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('sources');
  });

  it('are found by their words, and read', async () => {
    await page.goto(`${server.origin}/articles`);
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('pair device');
    await page.getByText('1 article found').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('pair device');
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('list');
    await page.getByRole('link', { name: 'Pairing your A3 earbuds with two devices' }).click();
    await page.getByText('Two connections need firmware 2.1 or newer.', { exact: false }).first().waitFor();
    await page.getByText('A3-Kopfhörer mit zwei Geräten verbinden').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('one');
  });

  it('stand beside the reply that names one and the question that one fits', async () => {
    await page.getByRole('link', { name: 'How to pair' }).click();
    await page.getByText('Names the article').first().waitFor();
    const side = page.getByRole('complementary', { name: 'What was found' });
    await side.getByText('Named in a reply').first().waitFor();
    await side.getByRole('button', { name: 'Knowledge' }).click();
    await side.getByText('The reply names its source:', { exact: false }).first().waitFor();
    await side.getByText('Moves no score.').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('conversation');
  });

  it('are missed by the questions that none fits, and suggested from there', async () => {
    await page.goto(`${server.origin}/articles/gaps`);
    await page.getByRole('heading', { level: 1 }).getByText('2 questions').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('gaps');
    await page.getByRole('button', { name: /^Suggest an article about/ }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Delivery to the Channel Islands');
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('suggest');
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.getByText('Proposed.', { exact: false }).first().waitFor();
    await page.goto(`${server.origin}/suggestions`);
    await page.getByText('Delivery to the Channel Islands').first().waitFor();
  });

  it('are looked for on Try one reply only when asked to, and the draft stays in the page', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(`${request.url()} ${request.postData()}`);
    });
    await page.goto(`${server.origin}/try`);
    await page.getByLabel('What the customer wrote').fill('Hello. When will my refund arrive?');
    await page.getByRole('textbox', { name: 'Your reply' }).fill('My secret draft');
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Look for articles' }).click();
    await page.getByRole('link', { name: 'When your refund arrives' }).waitFor();
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('secret draft');
  });

  it('fit a phone, in the dark as well', async () => {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/articles', '/articles/1', '/articles/gaps', '/sources/articles']) {
      await visit(page, `${server.origin}${path}`);
      expect(await findOverflow(page), path).toBe(0);
      expect(await findAccessTroubles(page), path).toEqual([]);
      await picture(`phone${path.replaceAll('/', '-')}`);
    }
    expect(errors).toEqual([]);
  });
});

async function pushConversations(origin: string): Promise<void> {
  const turns: [string, string, string, string][] = [
    [
      'pair',
      'How to pair',
      'Hello, how do I pair my A3 earbuds with two devices?',
      'You find it at https://help.soundhaus.example/hc/en-gb/articles/360001234501 step by step.',
    ],
    ['one', '', 'Do you deliver large speakers to the island of Jersey?', 'I think so, but I am not sure.'],
    ['two', '', 'Can a large speaker be delivered to Jersey?', 'Maybe, I guess, I am not sure about that.'],
  ];
  const conversations = turns.map(([id, subject, question, answer]) => ({
    ...{ id, subject, channel: 'chat', customer: `Customer of ${id}` },
    messages: [
      { id: '1', at: '2026-02-03T09:00:00Z', role: 'customer', author: `Customer of ${id}`, text: question },
      { id: '2', at: '2026-02-03T09:04:00Z', role: 'agent', author: 'Ben', text: answer },
    ],
  }));
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(`${origin}/api/v1/conversations`, {
    method: 'POST',
    headers,
    body: JSON.stringify(conversations),
  });
  expect(sent.status).toBe(202);
  for (let tries = 0; tries < 100; tries += 1) {
    const status = await (await fetch(`${origin}/api/v1/status`)).json();
    if (status.scored === turns.length) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('what was pushed was not scored in time');
}
