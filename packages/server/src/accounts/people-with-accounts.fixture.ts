/** For tests: people with accounts on one app, each in a browser of their own; the owner is Olga. */
import type { FastifyInstance } from 'fastify';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';

export const password = 'four plain words here';

/** Who a server says the browser belongs to. */
export const me = async (browser: Browser) => (await browser.get('/api/v1/me')).json();

/** Takes the first owner's link, on a server that nobody has an account on. */
export async function makeOlga(http: FastifyInstance): Promise<Browser> {
  const browser = openBrowser(http);
  const { link } = (await browser.send('POST', '/api/v1/links/owner')).json();
  const given = { token: tokenOf(link), name: 'Olga', email: 'olga@example.org', password };
  return accepted(browser, await browser.send('POST', '/api/v1/links/take', given));
}

export async function signIn(http: FastifyInstance, email: string, words = password): Promise<Browser> {
  const browser = openBrowser(http);
  return accepted(browser, await browser.send('POST', '/api/v1/session', { email, password: words }));
}

/** Invited by an owner or admin, accepted with the name before the @. */
export async function join(http: FastifyInstance, by: Browser, email: string, role: string): Promise<Browser> {
  const invited = await by.send('POST', '/api/v1/invitations', { email, role, teamIds: [] });
  accepted(by, invited);
  const browser = openBrowser(http);
  const given = { token: tokenOf(invited.json().link), name: email.split('@')[0], password };
  return accepted(browser, await browser.send('POST', '/api/v1/links/take', given));
}

function accepted(browser: Browser, { statusCode, body }: { statusCode: number; body: string }): Browser {
  if (statusCode >= 300) throw new Error(`answered ${statusCode}: ${body}`);
  return browser;
}
