/** Accounts in a real browser: from the owner's link to the log, each role in a browser of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';
import { oneTimeCode } from './one-time-code.ts';
import { startSampleServer } from './sample-server.ts';

const title = `accounts${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;
const password = 'four plain words here';

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let owner: Page;
  let reviewer: Page;
  let agent: Page;
  let secret = '';
  let backupCode = '';
  const errors: string[] = [];
  /** Questions that were refused: a page asks only what its reader may. */
  const refused: string[] = [];

  const openPage = async (viewport = desk): Promise<Page> => {
    const page = await (await browser.newContext({ viewport })).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('response', (response) => {
      if (response.status() !== 403) return;
      refused.push(`${new URL(page.url()).pathname}: ${new URL(response.url()).pathname}`);
    });
    return page;
  };
  const go = (page: Page, path: string) => page.goto(`${server.origin}${path}`);
  const titleOf = (page: Page) => page.locator('h1').innerText();
  const shownLink = (page: Page) => page.locator('.link-shown code').innerText();
  const signIn = async (page: Page, email: string) => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  };
  const signOut = async (page: Page) => {
    await go(page, '/settings/account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  };
  const invite = async (email: string, role: string): Promise<string> => {
    await go(owner, '/settings/people');
    await owner.getByLabel('E-mail address').fill(email);
    await owner.locator('#invite-role').selectOption(role);
    await owner.getByRole('button', { name: 'Make the invitation' }).click();
    return shownLink(owner);
  };
  const join = async (page: Page, link: string, name: string) => {
    await page.goto(link);
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
  };

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    [owner, reviewer, agent] = [await openPage(), await openPage(), await openPage(phone)];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('begin with the owner’s link, by keys alone', async () => {
    await go(owner, '/settings/people');
    await owner.getByRole('button', { name: 'Make the owner’s link' }).press('Enter');
    const link = await shownLink(owner);
    expect(await findAccessTroubles(owner)).toEqual([]);
    await owner.goto(link);
    await owner.getByRole('heading', { name: 'Become the owner' }).waitFor();
    expect(await findAccessTroubles(owner)).toEqual([]);
    await owner.getByLabel('Your name').focus();
    for (const words of ['Olga', 'olga@example.org', password]) {
      await owner.keyboard.type(words);
      await owner.keyboard.press(words === password ? 'Enter' : 'Tab');
    }
    await owner.getByRole('navigation', { name: 'Main' }).waitFor();
    const again = await openPage();
    await again.goto(link);
    await again.getByRole('heading', { name: 'This link opens nothing' }).waitFor();
    expect(await findAccessTroubles(again)).toEqual([]);
    await again.close();
  });

  it('are joined by invitation, on a phone too', async () => {
    await join(reviewer, await invite('rita@example.org', 'reviewer'), 'Rita');
    const link = await invite('ana@example.org', 'agent');
    await agent.goto(link);
    await agent.getByRole('heading', { name: 'Join Rapport' }).waitFor();
    expect(await findAccessTroubles(agent)).toEqual([]);
    expect(await findOverflow(agent)).toBe(0);
    await join(agent, link, 'Ana');
    await go(owner, '/settings/people');
    await expect.poll(() => titleOf(owner)).toContain('3 people');
  });

  it('say which author somebody is, and switch views of agents on once four fields are filled', async () => {
    await owner.getByRole('button', { name: 'Change Ana' }).click();
    await owner.getByRole('dialog').getByRole('checkbox').first().check();
    expect(await findAccessTroubles(owner)).toEqual([]);
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText('writes as').first().waitFor();
    await go(owner, '/settings/rights');
    await owner.getByLabel('Informed on').fill('2026-01-15');
    for (const name of ['Agreement', 'Purposes', 'Retention']) await owner.getByLabel(name).fill('As agreed.');
    await owner.getByRole('checkbox').check();
    await owner.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => titleOf(owner)).toContain('are on');
  });

  it('take a second factor from a picture, ask for it, and let a backup code in once', async () => {
    await go(owner, '/settings/account');
    await owner.getByLabel('Your password').fill(password);
    await owner.getByRole('button', { name: 'Set up a second factor' }).click();
    await owner.getByRole('img', { name: 'QR code', exact: false }).waitFor();
    secret = await owner.locator('.secret-code').innerText();
    backupCode = await owner.locator('.codes code').first().innerText();
    expect(await owner.locator('.codes code').count()).toBe(10);
    expect(await findAccessTroubles(owner)).toEqual([]);
    await owner.getByLabel('Six digits').fill('000000');
    await owner.getByRole('button', { name: 'Switch it on' }).click();
    await owner.getByText('This code is not right.', { exact: false }).first().waitFor();
    await owner.getByLabel('Six digits').fill(oneTimeCode(secret, Date.now()));
    await owner.getByRole('button', { name: 'Switch it on' }).click();
    await owner.getByRole('button', { name: 'Switch it off' }).waitFor();
    refused.length = 0;

    await signOut(owner);
    await signIn(owner, 'olga@example.org');
    await owner.getByRole('heading', { name: 'Prove that it is you' }).waitFor();
    expect(await findAccessTroubles(owner)).toEqual([]);
    await owner.keyboard.type(oneTimeCode(secret, Date.now()));
    await owner.keyboard.press('Enter');
    await owner.getByRole('navigation', { name: 'Main' }).waitFor();

    await signOut(owner);
    for (const isFirst of [true, false]) {
      await signIn(owner, 'olga@example.org');
      await owner.getByRole('button', { name: 'Use a backup code' }).click();
      await owner.getByLabel('One of your backup codes').fill(backupCode);
      await owner.keyboard.press('Enter');
      if (isFirst) {
        await owner.getByRole('navigation', { name: 'Main' }).waitFor();
        await signOut(owner);
      } else {
        await owner.getByText('This code is not right', { exact: false }).first().waitFor();
        await owner.getByRole('button', { name: 'Use the authenticator' }).click();
        await owner.getByLabel('Six digits').fill(oneTimeCode(secret, Date.now()));
        await owner.keyboard.press('Enter');
        await owner.getByRole('navigation', { name: 'Main' }).waitFor();
      }
    }
    refused.length = 0;
  });

  it('end at once elsewhere when the role is changed', async () => {
    await go(reviewer, '/conversations');
    await reviewer.locator('h1').waitFor();
    await go(owner, '/settings/people');
    await owner.getByRole('button', { name: 'Change Rita' }).click();
    await owner.locator('#member-role').selectOption('lead');
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByRole('dialog').waitFor({ state: 'detached' });
    await reviewer.reload();
    await reviewer.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(reviewer, 'rita@example.org');
    await reviewer.getByRole('navigation', { name: 'Main' }).waitFor();
  });

  it('stand in the log, which is filtered and saved as a file', async () => {
    await go(owner, '/settings/log');
    await owner.locator('.row-list li').first().waitFor();
    await owner.getByRole('combobox').selectOption({ label: 'Role changed' });
    await expect.poll(() => owner.locator('.row-list li').count()).toBe(1);
    expect(owner.url()).toContain('what=role-changed');
    const waiting = owner.waitForEvent('download');
    await owner.getByRole('link', { name: 'Save as CSV' }).click();
    expect((await waiting).suggestedFilename()).toMatch(/\.csv$/);
  });

  it('may belong to another workspace, which begins empty', async () => {
    await go(owner, '/settings/account');
    await owner.getByLabel('Another workspace').fill('Wholesale');
    await owner.getByRole('button', { name: 'Make the workspace' }).click();
    await owner.getByRole('button', { name: 'Go to Wholesale' }).click();
    await owner.getByRole('link', { name: 'Wholesale', exact: false }).waitFor();
    await go(owner, '/settings/people');
    await expect.poll(() => titleOf(owner)).toContain('One person');
    await go(owner, '/settings/account');
    await owner.getByRole('button', { name: 'Go to Rapport' }).click();
    await go(owner, '/settings/people');
    await expect.poll(() => titleOf(owner)).toContain('3 people');
  });

  it('say why a mail server cannot be used, and how often one is told', async () => {
    await go(owner, '/settings/mail');
    await owner.getByLabel('Host').fill('10.0.0.8');
    await owner.getByLabel('Mails come from').fill('rapport@example.org');
    await owner.getByRole('button', { name: 'Save the mail server' }).click();
    await owner.getByText('private network', { exact: false }).first().waitFor();
    await go(reviewer, '/settings/account');
    await reviewer.getByLabel('At once').check();
    await reviewer.getByLabel('Somebody calls me in a comment').uncheck();
    await reviewer.locator('form', { hasText: 'How often' }).getByRole('button', { name: 'Save' }).click();
    await reviewer.getByText('Saved: this is how', { exact: false }).first().waitFor();
    await reviewer.reload();
    await expect.poll(() => reviewer.getByLabel('At once').isChecked()).toBe(true);
    expect(await reviewer.getByLabel('Somebody calls me in a comment').isChecked()).toBe(false);
  });

  it('have pages that fit a phone and are readable in both themes', async () => {
    const pages = ['people', 'account', 'teams', 'rights', 'mail', 'keys', 'log'].map((one) => `/settings/${one}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await owner.emulateMedia({ colorScheme });
      for (const viewport of [desk, phone]) {
        await owner.setViewportSize(viewport);
        for (const path of pages) {
          await visit(owner, `${server.origin}${path}`);
          const told = `${path} ${colorScheme} ${viewport.width}`;
          expect(await findAccessTroubles(owner), told).toEqual([]);
          expect(await findOverflow(owner), told).toBe(0);
        }
      }
    }
    await owner.setViewportSize(desk);
  });

  it('ask only what their reader may', async () => {
    refused.length = 0;
    const list = await owner.request.get(`${server.origin}/api/v1/members`);
    const { members } = await list.json();
    const [author] = members.find(({ name }: { name: string }) => name === 'Ana').authors;
    const found = await owner.request.get(`${server.origin}/api/v1/conversations?agentId=${author.id}&limit=1`);
    const [conversation] = (await found.json()).rows;
    const ofAgents = ['/', '/my-work', '/reviews', '/coaching', '/practice', '/suggestions', '/disputes', '/guides'];
    const paths = [...ofAgents, '/settings', '/settings/account', '/settings/rights', '/try'];
    for (const path of [...paths, `/conversations/${conversation.id}`]) {
      await visit(agent, `${server.origin}${path}`);
      expect(await findAccessTroubles(agent), path).toEqual([]);
      expect(await findOverflow(agent), path).toBe(0);
    }
    for (const path of ['/', '/focus', '/reviews', '/coaching', '/team', '/conversations', '/settings']) {
      await visit(reviewer, `${server.origin}${path}`);
    }
    expect(refused).toEqual([]);
    expect(errors).toEqual([]);
  });
});
