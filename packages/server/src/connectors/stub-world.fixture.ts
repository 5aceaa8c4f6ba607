/** A made-up helpdesk: what is in it, what happens in it, and a server that shows it in the shape of a real one. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceKind } from '@rapport/contract';

export type Speaker = 'customer' | 'agent' | 'second' | 'note' | 'bot' | 'unknown';

export interface StubMessage {
  id: string;
  by: Speaker;
  /** ISO. */
  at: string;
  text: string;
  /** The conversation it was said in, before that was merged into this one. */
  from?: string;
}

export interface StubConversation {
  id: string;
  subject: string;
  messages: StubMessage[];
  createdAt: string;
  updatedAt: string;
  isClosed: boolean;
  isDeleted: boolean;
  mergedInto: string | null;
  /** How the customer found it, and whom it is about. */
  rating: { isGood: boolean; about: 'agent' | 'second'; at: string; stars?: number } | null;
}

export class StubWorld {
  conversations: StubConversation[] = [];
  /** Milliseconds; the clock of the helpdesk, and of whoever reads it. */
  clock = Date.parse('2026-03-10T12:00:00Z');
  /** Rows on a page of a list, however many were asked for. */
  pageSize = 3;
  private nextId = 1000;

  now(): Date {
    return new Date(this.clock);
  }

  /** As many turns as given, one a minute, the last of them `minutesAgo`. */
  add(id: string, speakers: readonly Speaker[], minutesAgo: number): StubConversation {
    const last = this.clock - minutesAgo * 60_000;
    const messages = speakers.map((by, index) => {
      this.nextId += 1;
      const at = new Date(last - (speakers.length - 1 - index) * 60_000).toISOString();
      return { id: String(this.nextId), by, at, text: `${id}: ${by} says thing number ${index + 1}.` };
    });
    const one: StubConversation = {
      ...{ id, subject: `About ${id}`, messages, isClosed: false, isDeleted: false, mergedInto: null, rating: null },
      createdAt: messages[0]?.at ?? new Date(last).toISOString(),
      updatedAt: messages.at(-1)?.at ?? new Date(last).toISOString(),
    };
    this.conversations.push(one);
    return one;
  }

  find(id: string): StubConversation {
    const found = this.conversations.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no ${id}`);
    return found;
  }

  say(id: string, by: Speaker, text: string): void {
    this.nextId += 1;
    this.find(id).messages.push({ id: String(this.nextId), by, at: this.now().toISOString(), text });
    this.touch(id);
  }

  edit(id: string, place: number, text: string): void {
    const message = this.find(id).messages[place];
    if (message !== undefined) message.text = text;
    this.touch(id);
  }

  delete(id: string): void {
    this.find(id).isDeleted = true;
    this.touch(id);
  }

  merge(id: string, into: string): void {
    const [from, to] = [this.find(id), this.find(into)];
    from.mergedInto = into;
    to.messages.push(...from.messages.map((one) => ({ ...one, id: `${one.id}7`, from: id })));
    this.touch(id);
    this.touch(into);
  }

  touch(id: string): void {
    this.find(id).updatedAt = this.now().toISOString();
  }

  /** Seen by everybody. */
  visible(): StubConversation[] {
    return this.conversations.filter(({ isDeleted, mergedInto }) => !isDeleted && mergedInto === null);
  }
}

export interface StubRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface StubSource {
  kind: SourceKind;
  fields: Record<string, string>;
  /** Whom it can tell of. */
  speakers: readonly Speaker[];
  /** What an unmerged conversation leaves behind here: true where the merged one keeps its own messages. */
  keepsMerged?: true;
  /** It says itself whom a rating is about. */
  rates?: true;
  /** Null where there is no such address. */
  answer(world: StubWorld, request: StubRequest): StubAnswer | null;
}

export type Fault = 'server-error' | 'drop' | 'half' | { retryAfter: number };

export interface RunningStub {
  address: string;
  /** What was asked, in order: method and path with its query. */
  asked: string[];
  /** Decides on what goes wrong with a request, by its number from 1. */
  fault: (number: number) => Fault | null;
  stop(): Promise<void>;
}

export async function startStub(source: StubSource, world: StubWorld): Promise<RunningStub> {
  const stub: RunningStub = { address: '', asked: [], fault: () => null, stop: async () => {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stub');
      stub.asked.push(`${request.method} ${decodeURIComponent(url.pathname + url.search)}`);
      const fault = stub.fault(stub.asked.length);
      const answer = source.answer(world, {
        ...{ method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: request.headers },
        body: Buffer.concat(parts).toString(),
      }) ?? { status: 404, body: { error: 'not found' } };
      send(response, answer, fault, world.now());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stub.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stub.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return stub;
}

function send(response: ServerResponse, answer: StubAnswer, fault: Fault | null, now: Date): void {
  response.sendDate = false;
  if (fault === 'drop') return void response.destroy();
  if (fault === 'server-error') return void response.writeHead(500).end('oops');
  if (typeof fault === 'object' && fault !== null) {
    return void response.writeHead(429, { 'retry-after': String(fault.retryAfter) }).end('{}');
  }
  const text = writeJson(answer.body ?? {});
  response.writeHead(answer.status ?? 200, {
    ...{ 'content-type': 'application/json', date: now.toUTCString(), 'content-length': Buffer.byteLength(text) },
    ...answer.headers,
  });
  if (fault !== 'half') return void response.end(text);
  response.write(text.slice(0, text.length / 2));
  setTimeout(() => response.destroy(), 5);
}

/** A number in JSON with all its digits, which a number here would lose. */
export const long = (digits: string): string => `int64:${digits}`;
const writeJson = (value: unknown): string => JSON.stringify(value).replaceAll(/"int64:(\d+)"/g, '$1');

export const epoch = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
/** One page of a list, counted from 1. */
export const pageOf = <T>(list: readonly T[], page: number, size: number): T[] =>
  list.slice((page - 1) * size, page * size);

export const people: Readonly<Record<Speaker, { id: number; name: string; email: string }>> = {
  customer: { id: 71, name: 'Ann Lee', email: 'ann@mail.example' },
  agent: { id: 12, name: 'Mara Voss', email: 'mara@shop.example' },
  second: { id: 13, name: 'Jonas Weil', email: 'jonas@shop.example' },
  note: { id: 12, name: 'Mara Voss', email: 'mara@shop.example' },
  bot: { id: 90, name: 'Helper', email: 'helper@shop.example' },
  unknown: { id: 12, name: 'Mara Voss', email: 'mara@shop.example' },
};
export const asHtml = (text: string): string => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
export const byChange = (a: StubConversation, b: StubConversation): number =>
  a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : a.id < b.id ? -1 : 1;
