/** What the tests of live sources share: a server, a page, a helpdesk that can be revoked, and somebody who is sent news. */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { freshdeskStub } from '../../packages/server/src/connectors/freshdesk/freshdesk-stub.fixture.ts';
import { type RunningStub, StubWorld, startStub } from '../../packages/server/src/connectors/stub-world.fixture.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { desk, openBrowser } from './browser.ts';

const pictures = process.env.RAPPORT_PICTURES;

export class SourcesBench {
  server!: RunningServer;
  page!: Page;
  /** Of a helpdesk with a clock that goes. */
  helpdesk!: RunningStub;
  /** Its key is taken away. */
  isRevoked = false;
  newsUrl = '';
  readonly news: { signature: string; timestamp: string; body: string }[] = [];
  /** What pages threw. */
  readonly errors: string[] = [];
  private browser: Browser | undefined;
  private elsewhere: Server | undefined;

  async open(): Promise<void> {
    const host = await this.listenForNews();
    const world = Object.defineProperty(new StubWorld(), 'clock', { get: () => Date.now() });
    for (const n of [1, 2, 3, 4, 5]) world.add(`10${n}`, ['customer', 'agent', 'note', 'second'], 60 * 24 * n);
    world.edit('103', 3, '');
    const answer: typeof freshdeskStub.answer = (...asked) =>
      this.isRevoked ? { status: 401 } : freshdeskStub.answer(...asked);
    this.helpdesk = await startStub({ ...freshdeskStub, answer }, world);
    process.env.RAPPORT_PRIVATE_HOSTS = `${host},${new URL(this.helpdesk.address).host}`;
    this.server = await startServer();
    this.browser = await openBrowser();
    const context = await this.browser.newContext({ viewport: desk });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    this.page = await context.newPage();
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    if (pictures) mkdirSync(pictures, { recursive: true });
  }

  async end(): Promise<void> {
    delete process.env.RAPPORT_PRIVATE_HOSTS;
    await this.browser?.close();
    await this.server?.end();
    this.elsewhere?.closeAllConnections();
    this.elsewhere?.close();
    await this.helpdesk?.stop();
  }

  async post(path: string, body: object, status = 201): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await fetch(`${this.server.origin}/api/v1${path}`, asked)).status).toBe(status);
  }

  /** Only where somebody wants to look: both themes. */
  async picture(name: string): Promise<void> {
    if (!pictures) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` });
    }
  }

  private async listenForNews(): Promise<string> {
    const elsewhere = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        const { 'x-rapport-signature': signature, 'x-rapport-timestamp': timestamp } = request.headers;
        this.news.push({ signature: String(signature), timestamp: String(timestamp), body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    this.elsewhere = elsewhere;
    const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`; // of a listening server
    this.newsUrl = `http://${host}/rapport`;
    return host;
  }
}
