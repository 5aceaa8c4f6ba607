/** Connecting a helpdesk in a real browser, as an administrator who does it for the first time. */
import { expect, it } from 'vitest';
import { desk, findAccessTroubles, phone } from './browser.ts';
import type { SourcesBench } from './sources-bench.ts';

export function checkHelpdesks(at: SourcesBench): void {
  const source = () => at.page.getByRole('list', { name: 'Connected sources' }).getByRole('listitem').first();
  const stands = (words: string) => source().getByText(words, { exact: true }).waitFor({ timeout: 60_000 });

  it('connects a helpdesk after trying it, waits when it is asked to, and then shows all of it', async () => {
    await at.page.goto(`${at.server.origin}/sources`);
    await at.page.getByRole('button', { name: /^Freshdesk/ }).click();
    await at.page.getByRole('textbox', { name: /^Address/ }).fill(at.helpdesk.address);
    await at.page.getByLabel(/^API key/).fill('a wrong one');
    await at.page.getByRole('button', { name: 'Test it' }).click();
    await at.page.getByRole('dialog').getByText('does not accept the key', { exact: false }).first().waitFor();
    await at.picture('connect-wrong-key');
    await at.page.getByLabel(/^API key/).fill('fk');
    await at.page.getByRole('button', { name: 'Test it' }).click();
    await at.page.getByText('It works: Boss', { exact: false }).waitFor();
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('connect');
    // It answers what it is, and then wants a pause before every ticket.
    at.helpdesk.fault = () => (/\/tickets\/\d/.test(at.helpdesk.asked.at(-1) ?? '') ? { retryAfter: 3 } : null);
    await at.page.getByRole('button', { name: 'Connect', exact: true }).click();
    await stands('Waits');
    await at.picture('source-waits');
    at.helpdesk.fault = () => null;
    await stands('Up to date');
    await source()
      .getByText(/^Its past.* is read\.$/)
      .waitFor({ timeout: 60_000 });
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('sources');
  });

  it('tells of a helpdesk what could not be read and why', async () => {
    await source().getByRole('button', { name: 'see what and why' }).click();
    const dialog = at.page.getByRole('dialog');
    await dialog.getByText('1 message could not be read').first().waitFor();
    await dialog.getByRole('radio', { name: /^Nothing is written in it/ }).check();
    await dialog.getByRole('cell', { name: '1 message' }).first().waitFor();
    expect(await dialog.locator('tbody tr').count()).toBe(1);
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('refused');
    await at.page.keyboard.press('Escape');
  });

  it('looks at once when the helpdesk rings, says what is wrong and the way out, and goes on when it is right', async () => {
    await at.page.goto(`${at.server.origin}/sources/webhooks`);
    await at.page.getByRole('button', { name: 'Make an address' }).click();
    await at.page.getByLabel(/^Helpdesk/).selectOption('freshdesk');
    await at.page.getByText('signs nothing', { exact: false }).first().waitFor();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Make the address' }).click();
    const secret = await at.page.locator('.link-shown code').innerText();
    const address = await at.page.getByRole('dialog').locator('.copy-line code').innerText();
    await at.picture('ring-made');
    await at.page.getByRole('button', { name: 'I have it' }).click();
    const ring = async () => (await fetch(address, { method: 'POST', headers: { 'x-rapport-secret': secret } })).status;
    at.isRevoked = true;
    expect(await ring()).toBe(202);
    await at.page.getByText('Receives', { exact: true }).waitFor();
    await at.picture('ring');
    await at.page.getByRole('button', { name: 'Close it' }).click();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
    await at.page.getByText('No helpdesk sends anything yet.').waitFor();
    await at.page.goto(`${at.server.origin}/sources`);
    await stands('Needs you');
    expect(await findAccessTroubles(at.page)).toEqual([]);
    await at.picture('source-failing');
    at.isRevoked = false;
    await source().getByRole('button', { name: 'Enter another key' }).click();
    await at.page.getByLabel(/^API key/).fill('fk');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await stands('Up to date');
  });

  it('pauses a helpdesk, lets it go on, reads it again without doubling anything, and forgets it', async () => {
    await source().getByRole('button', { name: 'Pause' }).click();
    await stands('Paused');
    await at.picture('source-paused');
    await at.page.setViewportSize(phone);
    const overflow = () =>
      at.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await at.picture('source-on-a-phone');
    await at.page.setViewportSize(desk);
    await source().getByRole('button', { name: 'Go on' }).click();
    await stands('Up to date');
    const counts = () => source().locator('.connection-counts').innerText();
    const before = await counts();
    await source().getByRole('button', { name: 'Read everything again' }).click();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Read again' }).click();
    await at.page.getByText('is read from the beginning', { exact: false }).first().waitFor();
    await stands('Up to date');
    expect(await counts()).toBe(before);
    await source().getByRole('button', { name: 'Disconnect' }).click();
    await at.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await at.page.getByText('No helpdesk is connected yet.').waitFor();
  });
}
