/** Calibrating in real browsers: a lead plans, two reviewers rate alone by keys, then compare, agree and mend the rubric. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { desk, findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser, visit } from './browser.ts';
import { startSampleServer } from './sample-server.ts';

const title = `calibration${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;
const password = 'four plain words here';

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  const people: Record<'Olive' | 'Cy' | 'Dee', Page> = {} as typeof people;
  const errors: string[] = [];

  const ask = async (who: BrowserContext, path: string, data: object) => {
    const headers = { origin: server.origin };
    const answer = await who.request.post(`${server.origin}/api/v1${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const openPage = async (): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: desk })).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    return page;
  };
  const join = async (link: string, name: string, more: object = {}): Promise<Page> => {
    const page = await openPage();
    await ask(page.context(), '/links/take', { token: link.split('#')[1], name, password, ...more });
    return page;
  };

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    const local = await openPage();
    const { link } = await ask(local.context(), '/links/owner', {});
    people.Olive = await join(link, 'Olive', { email: 'olive@example.org' });
    for (const name of ['Cy', 'Dee'] as const) {
      const given = { email: `${name.toLowerCase()}@example.org`, role: 'reviewer', teamIds: [] };
      people[name] = await join((await ask(people.Olive.context(), '/invitations', given)).link, name);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  let address = '';

  it('is planned by a lead: who rates what, drawn by chance', async () => {
    const page = people.Olive;
    await page.goto(`${server.origin}/calibration`);
    await page.getByRole('button', { name: 'Plan a calibration' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Empathy').waitFor();
    await dialog.getByLabel('Name').fill('Spring');
    await dialog.getByLabel('Cy').check();
    await dialog.getByLabel('Dee').check();
    for (const box of await dialog.getByRole('group', { name: 'What is rated' }).getByRole('checkbox').all()) {
      await box.uncheck();
    }
    await dialog.getByLabel('Empathy').check();
    await dialog.getByLabel('Patience').check();
    await dialog.getByLabel('Conversations to draw').fill('2');
    await dialog.getByRole('button', { name: 'Plan it' }).click();
    await page.getByRole('heading', { name: 'Spring: 2 conversations for 2 raters.' }).waitFor();
    expect(await page.getByText('drawn at random, one in').count()).toBe(2);
    address = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: '0 of 4 readings are in.' }).waitFor();
  });

  /** Both conversations by keys alone: each category gets its point, the first a comment. */
  const rate = async (page: Page, points: readonly [string, string][]) => {
    await page.goto(`${server.origin}/calibration`);
    await page.getByRole('heading', { name: 'One calibration waits for your reading.' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 conversations to read, alone.' }).waitFor();
    await page.keyboard.press('Enter');
    for (const [place, [empathy, patience]] of points.entries()) {
      await page
        .getByText(`Conversation ${place + 1} of 2`)
        .first()
        .waitFor();
      await page.getByText('the other raters are hidden', { exact: false }).first().waitFor();
      await page.keyboard.press(empathy);
      await page.keyboard.press('c');
      await page.locator('textarea:focus').waitFor();
      await page.keyboard.type(`I read it as ${empathy}`);
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('j');
      await page.keyboard.press(patience);
      await expect
        .poll(() => page.locator('.review-side p[aria-live]').innerText())
        .toBe('2 of 2 rated · saved as you go');
      await page.keyboard.press('Enter');
    }
  };

  it('is rated by keys alone, and blind until all are in', async () => {
    await rate(people.Cy, [
      ['3', '3'],
      ['2', '3'],
    ]);
    await people.Cy.getByRole('heading', { name: '2 of 4 readings are in.' }).waitFor();
    for (const page of [people.Olive, people.Dee]) {
      await page.goto(server.origin + address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('main').innerText()).not.toContain('I read it as');
    }
    await rate(people.Dee, [
      ['1', '3'],
      ['2', '3'],
    ]);
    await people.Dee.getByRole('heading', { name: 'You read empathy differently', exact: false }).waitFor();
  });

  it('shows both readings with their words, and agreement only as a count of so few', async () => {
    const page = people.Dee;
    await page.getByText('I read it as 3').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('what you see here may be coincidence');
    expect(await page.getByText('Counted only: below 20 conversations').count()).toBe(1);
    expect(await page.getByRole('complementary', { name: 'Agreement' }).innerText()).toMatch(/\d of 2 alike/);
    expect(await page.getByRole('button', { name: 'Rule is unclear' }).count()).toBe(0);
  });

  it('is agreed on by keys, apart from what anybody rated', async () => {
    const page = people.Olive;
    await page.goto(server.origin + address);
    await page.getByRole('heading', { name: 'You read empathy differently', exact: false }).waitFor();
    const kept = page.waitForResponse((answer) => answer.url().includes('/consensus/'));
    await page.keyboard.press('2');
    expect((await kept).status()).toBe(200);
    await page.getByText('Recorded by Olive', { exact: false }).first().waitFor();
    expect(await page.locator('.talk-readings').innerText()).toContain('Cy, Met. I read it as 3');
  });

  it('leads to other words in the draft of the scorecard, and to trying them', async () => {
    const page = people.Olive;
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Question').fill('Does the reply name what was lost?');
    await dialog.getByRole('button', { name: 'Put into the draft' }).click();
    await page.getByText('They stand in the draft of the scorecard.').first().waitFor();
    await page.getByRole('button', { name: 'Try them on other conversations' }).click();
    await page.getByRole('heading', { name: 'Try the new words' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Plan it' }).click();
    await page.getByRole('heading', { name: 'Empathy, new words: 10 conversations', exact: false }).waitFor();
    await page.goto(`${server.origin}/scorecard`);
    await page.getByText('Does the reply name what was lost?').first().waitFor();
  });

  it('begins with a conversation that a lead sends there by keys, which then says where it is read', async () => {
    const page = people.Olive;
    const read = await page.context().request.get(`${server.origin}/api/v1/conversations?limit=1`);
    const { rows } = await read.json();
    await page.goto(`${server.origin}/conversations/${rows[0].id}`);
    await page.getByRole('button', { name: 'Send to calibration' }).waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'A new one' }).check();
    await dialog.getByLabel('Name').fill('From this one');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'From this one: 1 conversation and nobody', exact: false }).waitFor();
    await page.goto(`${server.origin}/conversations/${rows[0].id}`);
    await page.locator('.side-panel').getByRole('link', { name: 'From this one' }).waitFor();
    // Who rates there alone is told nothing of it: it has not begun.
    await people.Cy.goto(`${server.origin}/conversations/${rows[0].id}`);
    await people.Cy.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await people.Cy.getByText('From this one').count()).toBe(0);
    expect(await people.Cy.getByRole('button', { name: 'Send to calibration' }).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to, at a desk and on a phone, %s',
    async (scheme) => {
      const found: string[] = [];
      for (const page of [people.Olive, people.Cy]) {
        await page.emulateMedia({ colorScheme: scheme });
        const read = await page
          .context()
          .request.get(`${server.origin}/api/v1${address.replace('calibration', 'calibrations')}`);
        const { calibration } = await read.json();
        for (const path of ['/calibration', address, `${address}?read=${calibration.parts[0].id}`]) {
          for (const size of [desk, phone, { width: 320, height: 640 }]) {
            await page.setViewportSize(size);
            await visit(page, server.origin + path);
            found.push(...(await findAccessTroubles(page)).map((one) => `${path} ${size.width} ${one}`));
            const wider = await findOverflow(page);
            if (wider > 0) found.push(`${path} is ${wider} wider than ${size.width}`);
          }
        }
      }
      expect(found).toEqual([]);
    },
  );

  it('lets no script fail', () => {
    expect(errors).toEqual([]);
  });
});
