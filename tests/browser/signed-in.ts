/** Several people signed in at once, each with a window of their own; what they ask stands beside what they click. */
import type { Browser, Page } from 'playwright-core';
import type { RunningServer } from '../running-server.ts';
import { desk } from './browser.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

export interface SignedIn {
  /** Asks as whoever is signed in on a page. */
  ask: (page: Page, method: Method, path: string, data?: object) => ReturnType<Response['json']>;
  /** Takes a link of invitation; the window stays signed in. */
  enter: (name: string, link: string, viewport?: typeof desk) => Promise<Page>;
}

/** @param errors receives what the pages throw */
export function openSignedIn(
  server: Pick<RunningServer, 'origin'>,
  { browser, errors }: { browser: Browser; errors: string[] },
): SignedIn {
  const ask: SignedIn['ask'] = async (page, method, path, data) => {
    const headers = { origin: server.origin };
    const given = method === 'GET' ? {} : { data: data ?? {} };
    const answer = await page.request.fetch(`${server.origin}/api/v1${path}`, { method, headers, ...given });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const enter: SignedIn['enter'] = async (name, link, viewport = desk) => {
    const page = await (await browser.newContext({ viewport })).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    const email = `${name.toLowerCase()}@example.org`;
    await ask(page, 'POST', '/links/take', { token: link.split('#')[1], name, email, password });
    return page;
  };
  return { ask, enter };
}

const password = 'four plain words here';
