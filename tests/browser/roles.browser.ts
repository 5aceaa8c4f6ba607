/** A working day of several people, each signed in: ten blind reviews by keys, a dispute from a phone and its answer, practice. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { findAccessTroubles, findOverflow, openBrowser, phone, skipWithoutBrowser } from './browser.ts';
import { startSampleServer } from './sample-server.ts';
import { openSignedIn, type SignedIn } from './signed-in.ts';

const title = `roles${skipWithoutBrowser ? ' (skipped: there is no chromium on this machine)' : ''}`;

describe.skipIf(skipWithoutBrowser)(title, () => {
  let server: RunningServer;
  let browser: Browser;
  let owner: Page;
  let reviewer: Page;
  let lead: Page;
  let agent: Page;
  let ownAuthor = '';
  const errors: string[] = [];

  let ask: SignedIn['ask'];
  const go = (page: Page, path: string) => page.goto(`${server.origin}${path}`);

  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    const signedIn = openSignedIn(server, { browser, errors });
    ask = signedIn.ask;
    const { enter } = signedIn;
    const local = await (await browser.newContext()).newPage();
    owner = await enter('Olga', (await ask(local, 'POST', '/links/owner')).link);
    const invite = async (name: string, role: string) =>
      (await ask(owner, 'POST', '/invitations', { email: `${name.toLowerCase()}@example.org`, role })).link;
    reviewer = await enter('Rita', await invite('Rita', 'reviewer'));
    lead = await enter('Lena', await invite('Lena', 'lead'));
    agent = await enter('Ana', await invite('Ana', 'agent'), phone);
    const { members } = await ask(owner, 'GET', '/members');
    const idOf = (name: string): string => members.find((one: { name: string }) => one.name === name).id;
    const { authors } = await ask(owner, 'GET', '/authors');
    const agents = authors.filter(({ role }: { role: string }) => role === 'agent');
    ownAuthor = agents[0].id;
    await ask(owner, 'PATCH', `/members/${idOf('Ana')}`, { authorIds: [ownAuthor] });
    const authorIds = agents.slice(0, 3).map(({ id }: { id: string }) => id);
    await ask(owner, 'POST', '/teams', { name: 'Chat', memberIds: [idOf('Lena')], authorIds });
    const said = { informedOn: '2026-01-15', agreement: 'a', purposes: 'b', retention: 'c', viewsOn: true };
    await ask(owner, 'PUT', '/agents-rights', said);
    await ask(owner, 'POST', '/review-draws', { kind: 'random', wanted: 1, reviewerIds: [idOf('Rita')] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it('let a reviewer do ten blind reviews by keys alone', async () => {
    await go(reviewer, '/reviews');
    for (let done = 0; done < 10; done++) {
      await reviewer.getByRole('button', { name: /Begin reviewing|Go on reviewing/ }).waitFor();
      await reviewer.keyboard.press('Enter');
      await reviewer.getByText('hidden for now', { exact: false }).first().waitFor();
      for (let n = 0; n < 14; n++) {
        await reviewer.keyboard.press(String(1 + ((n + done) % 3)));
        if (n < 13) await reviewer.keyboard.press('j');
      }
      await expect
        .poll(() => reviewer.locator('.review-side p[aria-live]').innerText())
        .toContain('14 of 14 rated · saved');
      await reviewer.keyboard.press('Enter');
      await reviewer.getByRole('heading', { name: 'You and the machine agree on', exact: false }).waitFor();
      await reviewer.keyboard.press('g');
      await reviewer.keyboard.press('r');
      await reviewer.getByRole('heading', { name: 'This week' }).waitFor();
    }
    const { tasks } = await ask(reviewer, 'GET', '/review-tasks/mine');
    expect(tasks.filter(({ state }: { state: string }) => state === 'done')).toHaveLength(10);
  });

  it('let an agent read the review of their service on a phone, and contest it', async () => {
    await go(agent, '/reviews');
    await agent.getByText('1 to read').first().waitFor();
    await agent.locator('.reviews-table tbody a').first().click();
    await agent.getByRole('button', { name: 'Contest this' }).first().click();
    await agent.getByLabel('Because').fill('The first line of my reply names the loss in so many words.');
    expect(await findAccessTroubles(agent)).toEqual([]);
    await agent.getByRole('button', { name: 'Contest it', exact: true }).click();
    await agent.getByText('Contested. It is in no average', { exact: false }).first().waitFor();
    await go(agent, '/disputes');
    await agent.getByText('names the loss in so many words', { exact: false }).first().waitFor();
    expect(await findOverflow(agent)).toBe(0);
  });

  it('let another person decide it with words, which the agent reads', async () => {
    const { disputes } = await ask(lead, 'GET', '/disputes');
    expect(disputes).toHaveLength(1);
    await go(lead, '/disputes');
    await lead.getByRole('button', { name: /^Decide/ }).click();
    await lead.getByLabel('Why, to the agent').fill('You are right: it is there, in the first line.');
    expect(await findAccessTroubles(lead)).toEqual([]);
    await lead.getByRole('button', { name: /^(Change|Keep) it$/ }).click();
    // The agent's page is read once: it must not be opened before the decision is there.
    await lead.getByText('Decided. The agent can read it now.').first().waitFor();
    await go(agent, '/disputes');
    await agent.getByText('it is there, in the first line', { exact: false }).first().waitFor();
  });

  it('let an agent practise on a phone; nothing of it is sent', async () => {
    const sent: string[] = [];
    agent.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await go(agent, '/practice');
    await agent
      .getByRole('textbox', { name: 'Your reply' })
      .fill('I am sorry that the lamp broke. I will send one today.');
    await agent.getByRole('button', { name: 'See what it saw' }).click();
    await agent.locator('.practice-verdict .level-tag').waitFor();
    expect(sent).toEqual([]);
    expect(await findAccessTroubles(agent)).toEqual([]);
  });

  it('show a lead of one team its people, and of another’s nothing at all', async () => {
    await go(lead, '/team');
    await lead.locator('h1').waitFor();
    const { people } = await ask(lead, 'GET', '/people');
    expect(people).toHaveLength(3);
    const all = (await ask(owner, 'GET', '/people')).people as { authorId: string }[];
    const own = new Set(people.map(({ authorId }: { authorId: string }) => authorId));
    const other = all.find(({ authorId }) => !own.has(authorId));
    await go(lead, `/people/${other?.authorId}`);
    await lead.getByText('There is no such', { exact: false }).first().waitFor();
    expect(own.has(ownAuthor)).toBe(true);
    expect(errors).toEqual([]);
  });
});
