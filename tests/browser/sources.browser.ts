/** Where conversations come in and news go out, in a real browser, as an administrator who does it for the first time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccessTroubles, findOverflow, phone, skipWithoutBrowser, visit } from './browser.ts';
import { checkHelpdesks } from './helpdesk-pages.ts';
import { SourcesBench } from './sources-bench.ts';
import { checkMailboxes, checkWebhooksAndNews } from './way-pages.ts';

const title = `pages of live sources${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  const at = new SourcesBench();
  beforeAll(() => at.open());
  afterAll(() => at.end());

  it('are reached from Sources, and say what they are for while there is nothing', async () => {
    await at.page.goto(`${at.server.origin}/sources`);
    const ways = at.page.getByRole('navigation', { name: 'Ways in and out' });
    for (const [name, words] of [
      ['Mailboxes', 'No mailbox is read yet.'],
      ['Webhooks', 'No helpdesk sends anything yet.'],
      ['News that goes out', 'No other system is told anything.'],
    ] as const) {
      await ways.getByRole('link', { name }).click();
      await at.page.getByText(words).first().waitFor();
      expect(await at.page.locator('h1').count()).toBe(1);
      expect(await findAccessTroubles(at.page)).toEqual([]);
    }
  });

  checkHelpdesks(at);
  checkMailboxes(at);
  checkWebhooksAndNews(at);

  it('note of a promise that was written down by hand that it was kept, on either page', async () => {
    const writtenAt = new Date(Date.now() - 3_600_000).toISOString();
    const promise = { what: 'a new lid by Friday', dueAt: null };
    const said = {
      channel: 'phone',
      customer: 'Kim',
      at: writtenAt,
      topic: 'The kettle leaks',
      resolved: 'open',
      words: '',
    };
    await at.post('/contacts', { ...said, promise, goodwill: null, question: '' });
    await at.page.goto(`${at.server.origin}/contacts`);
    await at.page.getByRole('button', { name: 'It was kept: a new lid by Friday' }).click();
    await at.page.getByRole('button', { name: 'Not kept after all: a new lid by Friday' }).waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('contact-kept');
    await at.page.getByRole('link', { name: 'The kettle leaks' }).click();
    await at.page.getByText('kept, somebody noted').waitFor();
    await at.picture('contact-kept-conversation');
    await at.page.getByRole('button', { name: 'Not kept after all: a new lid by Friday' }).click();
    await at.page.getByRole('button', { name: 'It was kept: a new lid by Friday' }).waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
  });

  it('keep masked words only when an owner wants it, and show one at a time for a reason', async () => {
    await at.page.goto(`${at.server.origin}/settings/masked`);
    await at.page.getByRole('button', { name: 'Keep them sealed from now on' }).click();
    await at.page.getByRole('button', { name: 'Keep nothing, and forget what is kept' }).waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    const said = { id: '1', at: '2026-03-02T10:00:00Z', role: 'customer', author: 'Ann' };
    const text = 'My lamp broke. Please write to ann@post.example today.';
    const answer = { id: '2', at: '2026-03-02T10:05:00Z', role: 'agent', author: 'Ben', text: 'I am sorry, I will.' };
    await at.post('/conversations?source=kept', { id: 'k1', messages: [{ ...said, text }, answer] }, 202);
    const listed = async () =>
      (await (await fetch(`${at.server.origin}/api/v1/conversations?source=kept`)).json()).rows;
    await expect.poll(async () => (await listed()).length, { timeout: 30_000 }).toBe(1);
    await at.page.goto(`${at.server.origin}/conversations/${(await listed())[0].id}`);
    await at.page.getByRole('button', { name: 'Reveal the e-mail address' }).click({ timeout: 20_000 });
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('reveal');
    await at.page.getByRole('button', { name: 'Reveal and log it' }).click();
    await at.page.getByText('ann@post.example', { exact: true }).first().waitFor();
    await at.page.getByRole('button', { name: 'Hide it' }).click();
    expect(await at.page.locator('body').innerText()).not.toContain('ann@post.example');
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.page.goto(`${at.server.origin}/settings/log`);
    await at.page.getByText('Masked words revealed').and(at.page.locator(':not(option)')).first().waitFor();
    await at.page.goto(`${at.server.origin}/settings/masked`);
    await at.picture('masking');
    await at.page.getByRole('button', { name: 'Keep nothing, and forget what is kept' }).click();
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Forget 1 place/ })
      .click();
    await at.page.getByRole('button', { name: 'Keep them sealed from now on' }).waitFor();
  });

  it('fit a phone and both themes', async () => {
    await at.page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/sources', '/sources/mailboxes', '/sources/webhooks', '/sources/news', '/settings/masked']) {
      for (const size of [phone, { width: 320, height: 700 }]) {
        await at.page.setViewportSize(size);
        await visit(at.page, `${at.server.origin}${path}`);
        await at.page.getByRole('navigation', { name: /^(?:Ways in and out|Settings)$/ }).waitFor();
        expect([path, size.width, await findOverflow(at.page)]).toEqual([path, size.width, 0]);
      }
      expect([path, await findAccessTroubles(at.page)]).toEqual([path, []]);
      await at.picture(`phone-dark${path.replaceAll('/', '-')}`);
    }
    expect(at.errors).toEqual([]);
  });
});
