/** For tests: a server that speaks like a provider, and misbehaves as told. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface StubCall {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** @param call number of the call since `behave`, from 1 */
export type Behaviour = (response: ServerResponse, call: number, received: StubCall) => void;

export interface JudgeStub {
  url: URL;
  calls: StubCall[];
  behave(next: Behaviour): void;
  stop(): Promise<void>;
}

export async function startJudgeStub(): Promise<JudgeStub> {
  const calls: StubCall[] = [];
  let behaviour: Behaviour = (response) => void response.writeHead(500).end();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const received = { path: request.url ?? '', headers: request.headers, body };
      calls.push(received);
      behaviour(response, calls.length, received);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // listening on a port, so the address is not the name of a pipe
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/v1`),
    calls,
    behave: (next) => {
      calls.length = 0;
      behaviour = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const sendJson = (response: ServerResponse, body: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** What an OpenAI-compatible server sends around the words of its model. */
export const chatCompletion = (content: string, rest: { finish?: string; tokens?: unknown } = {}) => ({
  ...{ id: 'stub-1', object: 'chat.completion', created: 1, model: 'stub' },
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: rest.finish ?? 'stop' }],
  usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: rest.tokens ?? 1000 },
});

export const saying =
  (answer: unknown): Behaviour =>
  (response) =>
    sendJson(response, chatCompletion(typeof answer === 'string' ? answer : JSON.stringify(answer)));
