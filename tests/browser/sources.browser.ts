/** Helpdesks, mailboxes, webhooks and outgoing news in a real browser, as an administrator who does it for the first time. */
import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshdeskStub } from '../../packages/server/src/connectors/freshdesk/freshdesk-stub.fixture.ts';
import { type RunningStub, StubWorld, startStub } from '../../packages/server/src/connectors/stub-world.fixture.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';

const title = `pages of live sources${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;
const pictures = process.env.RAPPORT_PICTURES;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let elsewhere: Server;
  let newsUrl = '';
  /** A helpdesk with a clock that goes, whose key can be taken away. */
  const world = Object.defineProperty(new StubWorld(), 'clock', { get: () => Date.now() });
  let helpdesk: RunningStub;
  let isRevoked = false;
  const errors: string[] = [];
  const news: { signature: string; timestamp: string; body: string }[] = [];

  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        const { 'x-rapport-signature': signature, 'x-rapport-timestamp': timestamp } = request.headers;
        news.push({ signature: String(signature), timestamp: String(timestamp), body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`; // of a listening server
    newsUrl = `http://${host}/rapport`;
    for (const n of [1, 2, 3, 4, 5]) world.add(`10${n}`, ['customer', 'agent', 'note', 'second'], 60 * 24 * n);
    world.edit('103', 3, '');
    const answer: typeof freshdeskStub.answer = (...asked) =>
      isRevoked ? { status: 401 } : freshdeskStub.answer(...asked);
    helpdesk = await startStub({ ...freshdeskStub, answer }, world);
    process.env.RAPPORT_PRIVATE_HOSTS = `${host},${new URL(helpdesk.address).host}`;
    server = await startServer();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    delete process.env.RAPPORT_PRIVATE_HOSTS;
    await browser?.close();
    await server?.end();
    elsewhere?.closeAllConnections();
    elsewhere?.close();
    await helpdesk?.stop();
  });

  it('are reached from Sources, and say what they are for while there is nothing', async () => {
    await page.goto(`${server.origin}/sources`);
    const ways = page.getByRole('navigation', { name: 'Ways in and out' });
    for (const [name, words] of [
      ['Mailboxes', 'No mailbox is read yet.'],
      ['Webhooks', 'No helpdesk sends anything yet.'],
      ['News that goes out', 'No other system is told anything.'],
    ] as const) {
      await ways.getByRole('link', { name }).click();
      await page.getByText(words).first().waitFor();
      expect(await page.locator('h1').count()).toBe(1);
      expect(await findAccessTroubles(page)).toEqual([]);
    }
  });

  const source = () => page.getByRole('list', { name: 'Connected sources' }).getByRole('listitem').first();
  const stands = (words: string) => source().getByText(words, { exact: true }).waitFor({ timeout: 60_000 });

  it('connects a helpdesk after trying it, waits when it is asked to, and then shows all of it', async () => {
    await page.goto(`${server.origin}/sources`);
    await page.getByRole('button', { name: /^Freshdesk/ }).click();
    await page.getByRole('textbox', { name: /^Address/ }).fill(helpdesk.address);
    await page.getByLabel(/^API key/).fill('a wrong one');
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByRole('dialog').getByText('does not accept the key', { exact: false }).first().waitFor();
    await picture('connect-wrong-key');
    await page.getByLabel(/^API key/).fill('fk');
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByText('It works: Boss', { exact: false }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('connect');
    // It answers what it is, and then wants a pause before every ticket.
    helpdesk.fault = () => (/\/tickets\/\d/.test(helpdesk.asked.at(-1) ?? '') ? { retryAfter: 3 } : null);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await stands('Waits');
    await picture('source-waits');
    helpdesk.fault = () => null;
    await stands('Up to date');
    await source()
      .getByText(/^Its past.* is read\.$/)
      .waitFor({ timeout: 60_000 });
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('sources');
  });

  it('tells of a helpdesk what could not be read and why', async () => {
    await source().getByRole('button', { name: 'see what and why' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 message could not be read').first().waitFor();
    await dialog.getByRole('radio', { name: /^Nothing is written in it/ }).check();
    await dialog.getByRole('cell', { name: '1 message' }).first().waitFor();
    expect(await dialog.locator('tbody tr').count()).toBe(1);
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('refused');
    await page.keyboard.press('Escape');
  });

  it('looks at once when the helpdesk rings, says what is wrong and the way out, and goes on when it is right', async () => {
    await page.goto(`${server.origin}/sources/webhooks`);
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByLabel(/^Helpdesk/).selectOption('freshdesk');
    await page.getByText('signs nothing', { exact: false }).first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Make the address' }).click();
    const secret = await page.locator('.link-shown code').innerText();
    const address = await page.getByRole('dialog').locator('.copy-line code').innerText();
    await picture('ring-made');
    await page.getByRole('button', { name: 'I have it' }).click();
    const ring = async () => (await fetch(address, { method: 'POST', headers: { 'x-rapport-secret': secret } })).status;
    isRevoked = true;
    expect(await ring()).toBe(202);
    await page.getByText('Receives', { exact: true }).waitFor();
    await picture('ring');
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
    await page.getByText('No helpdesk sends anything yet.').waitFor();
    await page.goto(`${server.origin}/sources`);
    await stands('Needs you');
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('source-failing');
    isRevoked = false;
    await source().getByRole('button', { name: 'Enter another key' }).click();
    await page.getByLabel(/^API key/).fill('fk');
    await page.getByRole('button', { name: 'Save' }).click();
    await stands('Up to date');
  });

  it('pauses a helpdesk, lets it go on, reads it again without doubling anything, and forgets it', async () => {
    await source().getByRole('button', { name: 'Pause' }).click();
    await stands('Paused');
    await picture('source-paused');
    await page.setViewportSize(phone);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await picture('source-on-a-phone');
    await page.setViewportSize(desk);
    await source().getByRole('button', { name: 'Go on' }).click();
    await stands('Up to date');
    const counts = () => source().locator('.connection-counts').innerText();
    const before = await counts();
    await source().getByRole('button', { name: 'Read everything again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Read again' }).click();
    await page.getByText('is read from the beginning', { exact: false }).first().waitFor();
    await stands('Up to date');
    expect(await counts()).toBe(before);
    await source().getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('No helpdesk is connected yet.').waitFor();
  });

  it('tries a mailbox before anything is stored, and says in words what is wrong', async () => {
    await page.goto(`${server.origin}/sources/mailboxes`);
    await page.getByRole('button', { name: /^Another mail server/ }).click();
    await page.getByText('Any server that speaks IMAP.', { exact: false }).first().waitFor();
    await page.getByRole('textbox', { name: 'Name As it is shown here.' }).fill('Support');
    await page.getByRole('textbox', { name: /^Mailbox/ }).fill('support@shop.example');
    await page.getByLabel(/^Password/).fill('of an app');
    await page.getByRole('textbox', { name: /^Host/ }).fill('10.1.2.3');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('The mail server lies on a private network.').first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('mailbox-form');
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByText('No mailbox is read yet.').first().waitFor();
  });

  it('shows a mailbox that fails with the reason, pauses it, lets it go on and forgets it', async () => {
    const secret = { signIn: 'password', password: 'of an app' };
    const body = { name: 'Support', host: '10.1.2.3', user: 'support@shop.example', secret };
    await post('/mailboxes', { ...body, ownAddresses: ['support@shop.example'] });
    await page.goto(`${server.origin}/sources/mailboxes`);
    await page.getByText('Needs you', { exact: true }).first().waitFor({ timeout: 30_000 });
    await page.getByText('If it is yours, start Rapport with its host', { exact: false }).first().waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('mailboxes');
    await page.getByRole('button', { name: 'Try now' }).click();
    await page.getByText('Support is read again.').first().waitFor();
    await page
      .getByRole('button', { name: 'Pause' })
      .or(page.getByRole('button', { name: 'Try now' }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('No mailbox is read yet.').first().waitFor();
  });

  it('makes an address for a helpdesk, takes its news, shows each call, and refuses the old secret', async () => {
    await page.goto(`${server.origin}/sources/webhooks`);
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByLabel(/^Helpdesk/).selectOption('libredesk');
    await page.getByRole('dialog').getByRole('button', { name: 'Make the address' }).click();
    const secret = await page.locator('.link-shown code').innerText();
    const address = await page.getByRole('dialog').locator('.copy-line code').innerText();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('webhook-made');
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByText('Not called yet', { exact: true }).first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain(secret);
    expect(await tell(address, secret)).toBe(202);
    await page.getByText('Receives', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Another secret' }).click();
    await page.getByRole('button', { name: 'Make another secret' }).click();
    const next = await page.locator('.link-shown code').innerText();
    await page.getByRole('button', { name: 'I have it' }).click();
    expect(await tell(address, secret)).toBe(401);
    expect(await tell(address, next)).toBe(202);
    await page.getByRole('button', { name: 'Last calls' }).click();
    await page.getByText('Refused: the signature or the secret is not right').first().waitFor();
    expect(await page.locator('.problem-table tbody tr').count()).toBe(3);
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('webhook-calls');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    expect(await tell(address, next)).toBe(503);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Receives', { exact: true }).first().waitFor();
    await picture('webhooks');
  });

  it('sends signed news to an address, shows what was sent, and forgets the address', async () => {
    await page.goto(`${server.origin}/sources/news`);
    await page.getByRole('button', { name: 'Send news to an address' }).click();
    await page.getByRole('textbox', { name: /^Address/ }).fill(newsUrl);
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Send news there' }).click();
    const secret = await page.locator('.link-shown code').innerText();
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Arrived (status 204)').first().waitFor({ timeout: 30_000 });
    const [{ signature, timestamp, body } = { signature: '', timestamp: '', body: '' }] = news;
    expect(signature).toBe(`sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await picture('news');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No other system is told anything.').first().waitFor();
  });

  it('note of a promise that was written down by hand that it was kept, on either page', async () => {
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const promise = { what: 'a new lid by Friday', dueAt: null };
    const said = { channel: 'phone', customer: 'Kim', at, topic: 'The kettle leaks', resolved: 'open', words: '' };
    await post('/contacts', { ...said, promise, goodwill: null, question: '' });
    await page.goto(`${server.origin}/contacts`);
    await page.getByRole('button', { name: 'It was kept: a new lid by Friday' }).click();
    await page.getByRole('button', { name: 'Not kept after all: a new lid by Friday' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('contact-kept');
    await page.getByRole('link', { name: 'The kettle leaks' }).click();
    await page.getByText('kept, somebody noted').waitFor();
    await picture('contact-kept-conversation');
    await page.getByRole('button', { name: 'Not kept after all: a new lid by Friday' }).click();
    await page.getByRole('button', { name: 'It was kept: a new lid by Friday' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
  });

  it('keep masked words only when an owner wants it, and show one at a time for a reason', async () => {
    await page.goto(`${server.origin}/settings/masked`);
    await page.getByRole('button', { name: 'Keep them sealed from now on' }).click();
    await page.getByRole('button', { name: 'Keep nothing, and forget what is kept' }).waitFor();
    expect(await findAccessTroubles(page)).toEqual([]);
    const said = { id: '1', at: '2026-03-02T10:00:00Z', role: 'customer', author: 'Ann' };
    const text = 'My lamp broke. Please write to ann@post.example today.';
    const answer = { id: '2', at: '2026-03-02T10:05:00Z', role: 'agent', author: 'Ben', text: 'I am sorry, I will.' };
    await post('/conversations?source=kept', { id: 'k1', messages: [{ ...said, text }, answer] }, 202);
    const listed = async () => (await (await fetch(`${server.origin}/api/v1/conversations?source=kept`)).json()).rows;
    await expect.poll(async () => (await listed()).length, { timeout: 30_000 }).toBe(1);
    await page.goto(`${server.origin}/conversations/${(await listed())[0].id}`);
    await page.getByRole('button', { name: 'Reveal the e-mail address' }).click({ timeout: 20_000 });
    expect(await findAccessTroubles(page)).toEqual([]);
    await picture('reveal');
    await page.getByRole('button', { name: 'Reveal and log it' }).click();
    await page.getByText('ann@post.example', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Hide it' }).click();
    expect(await page.locator('body').innerText()).not.toContain('ann@post.example');
    expect(await findAccessTroubles(page)).toEqual([]);
    await page.goto(`${server.origin}/settings/log`);
    await page.getByText('Masked words revealed').and(page.locator(':not(option)')).first().waitFor();
    await page.goto(`${server.origin}/settings/masked`);
    await picture('masking');
    await page.getByRole('button', { name: 'Keep nothing, and forget what is kept' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Forget 1 place/ })
      .click();
    await page.getByRole('button', { name: 'Keep them sealed from now on' }).waitFor();
  });

  it('fit a phone and both themes', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/sources', '/sources/mailboxes', '/sources/webhooks', '/sources/news', '/settings/masked']) {
      for (const size of [phone, { width: 320, height: 700 }]) {
        await page.setViewportSize(size);
        await visit(page, `${server.origin}${path}`);
        await page.getByRole('navigation', { name: /^(?:Ways in and out|Settings)$/ }).waitFor();
        expect([path, size.width, await findOverflow(page)]).toEqual([path, size.width, 0]);
      }
      expect([path, await findAccessTroubles(page)]).toEqual([path, []]);
      await picture(`phone-dark${path.replaceAll('/', '-')}`);
    }
    expect(errors).toEqual([]);
  });

  const post = async (path: string, body: object, status = 201): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.origin}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(status);
  };

  let told = 0;
  /** As LibreDesk does it. */
  async function tell(address: string, secret: string): Promise<number> {
    told += 1;
    const payload = { uuid: `c${told}`, subject: 'Lamp', status: 'Open', created_at: '2026-03-02T10:00:00Z' };
    const body = JSON.stringify({ event: 'conversation.created', timestamp: '2026-03-02T10:00:00Z', payload });
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-libredesk-signature': signature };
    return (await fetch(address, { method: 'POST', headers, body })).status;
  }

  /** Only where somebody wants to look: both themes. */
  async function picture(name: string): Promise<void> {
    if (!pictures) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` });
    }
  }
});
