/** Mailboxes, webhooks and outgoing news in a real browser. */
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { findAccessTroubles } from './browser.ts';
import type { SourcesBench } from './sources-bench.ts';

export function checkMailboxes(at: SourcesBench): void {
  it('tries a mailbox before anything is stored, and says in words what is wrong', async () => {
    await at.page.goto(`${at.server.origin}/sources/mailboxes`);
    await at.page.getByRole('button', { name: /^Another mail server/ }).click();
    await at.page.getByText('Any server that speaks IMAP.', { exact: false }).first().waitFor();
    await at.page.getByRole('textbox', { name: 'Name As it is shown here.' }).fill('Support');
    await at.page.getByRole('textbox', { name: /^Mailbox/ }).fill('support@shop.example');
    await at.page.getByLabel(/^Password/).fill('of an app');
    await at.page.getByRole('textbox', { name: /^Host/ }).fill('10.1.2.3');
    await at.page.getByRole('button', { name: 'Read it' }).click();
    await at.page.getByText('The mail server lies on a private network.').first().waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('mailbox-form');
    await at.page.getByRole('button', { name: 'Not now' }).click();
    await at.page.getByText('No mailbox is read yet.').first().waitFor();
  });

  it('shows a mailbox that fails with the reason, pauses it, lets it go on and forgets it', async () => {
    const secret = { signIn: 'password', password: 'of an app' };
    const body = { name: 'Support', host: '10.1.2.3', user: 'support@shop.example', secret };
    await at.post('/mailboxes', { ...body, ownAddresses: ['support@shop.example'] });
    await at.page.goto(`${at.server.origin}/sources/mailboxes`);
    await at.page.getByText('Needs you', { exact: true }).first().waitFor({ timeout: 30_000 });
    await at.page.getByText('If it is yours, start Rapport with its host', { exact: false }).first().waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('mailboxes');
    await at.page.getByRole('button', { name: 'Try now' }).click();
    await at.page.getByText('Support is read again.').first().waitFor();
    await at.page
      .getByRole('button', { name: 'Pause' })
      .or(at.page.getByRole('button', { name: 'Try now' }))
      .first()
      .waitFor();
    await at.page.getByRole('button', { name: 'Disconnect' }).click();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await at.page.getByText('No mailbox is read yet.').first().waitFor();
  });
}

export function checkWebhooksAndNews(at: SourcesBench): void {
  it('makes an address for a helpdesk, takes its news, shows each call, and refuses the old secret', async () => {
    await at.page.goto(`${at.server.origin}/sources/webhooks`);
    await at.page.getByRole('button', { name: 'Make an address' }).click();
    await at.page.getByLabel(/^Helpdesk/).selectOption('libredesk');
    await at.page.getByRole('dialog').getByRole('button', { name: 'Make the address' }).click();
    const secret = await at.page.locator('.link-shown code').innerText();
    const address = await at.page.getByRole('dialog').locator('.copy-line code').innerText();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('webhook-made');
    await at.page.getByRole('button', { name: 'I have it' }).click();
    await at.page.getByText('Not called yet', { exact: true }).first().waitFor();
    expect(await at.page.locator('main').innerText()).not.toContain(secret);
    expect(await tell(address, secret)).toBe(202);
    await at.page.getByText('Receives', { exact: true }).first().waitFor();
    await at.page.getByRole('button', { name: 'Another secret' }).click();
    await at.page.getByRole('button', { name: 'Make another secret' }).click();
    const next = await at.page.locator('.link-shown code').innerText();
    await at.page.getByRole('button', { name: 'I have it' }).click();
    expect(await tell(address, secret)).toBe(401);
    expect(await tell(address, next)).toBe(202);
    await at.page.getByRole('button', { name: 'Last calls' }).click();
    await at.page.getByText('Refused: the signature or the secret is not right').first().waitFor();
    expect(await at.page.locator('.problem-table tbody tr').count()).toBe(3);
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('webhook-calls');
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('button', { name: 'Pause' }).click();
    await at.page.getByText('Paused', { exact: true }).first().waitFor();
    expect(await tell(address, next)).toBe(503);
    await at.page.getByRole('button', { name: 'Go on' }).click();
    await at.page.getByText('Receives', { exact: true }).first().waitFor();
    await at.picture('webhooks');
  });

  it('sends signed news to an address, shows what was sent, and forgets the address', async () => {
    await at.page.goto(`${at.server.origin}/sources/news`);
    await at.page.getByRole('button', { name: 'Send news to an address' }).click();
    await at.page.getByRole('textbox', { name: /^Address/ }).fill(at.newsUrl);
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.page.getByRole('dialog').getByRole('button', { name: 'Send news there' }).click();
    const secret = await at.page.locator('.link-shown code').innerText();
    await at.page.getByRole('button', { name: 'I have it' }).click();
    await at.page.getByRole('button', { name: 'Send a test' }).click();
    await at.page.getByText('Arrived (status 204)').first().waitFor({ timeout: 30_000 });
    const [{ signature, timestamp, body } = { signature: '', timestamp: '', body: '' }] = at.news;
    expect(signature).toBe(`sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.page.keyboard.press('Escape');
    await at.picture('news');
    await at.page.getByRole('button', { name: 'Delete' }).click();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await at.page.getByText('No other system is told anything.').first().waitFor();
  });

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
}
