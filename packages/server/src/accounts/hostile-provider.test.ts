/** A provider of single sign-on that does its worst: nobody gets in, nothing private is reached, and it ends in time. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSingleSignOn } from './single-sign-on.ts';

let provider: Server;
let hidden: Server;
let home: string;
let secret: string;
/** Connections to the machine that only this one can reach. */
let reached = 0;
let sentBytes = 0;
/** Answers of the provider by path; what is not here is not found. */
let answers: Record<string, (response: ServerResponse) => void> = {};

const listen = async (answer: RequestListener): Promise<[Server, string]> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [server, `127.0.0.1:${(server.address() as AddressInfo).port}`];
};

beforeAll(async () => {
  [provider, home] = await listen((request, response) => {
    const answer = answers[request.url?.split('?')[0] ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  [hidden, secret] = await listen((_request, response) => response.end('{}'));
  hidden.on('connection', () => {
    reached += 1;
  });
});
afterAll(() => {
  for (const server of [provider, hidden]) {
    server?.closeAllConnections();
    server?.close();
  }
});

const json = (body: unknown) => (response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
const silent = () => {};
const redirect = (response: ServerResponse) =>
  void response.writeHead(302, { location: `http://${secret}/inside` }).end();
const endless = (response: ServerResponse) => {
  const piece = Buffer.alloc(64 * 1024, 32);
  const go = () => {
    while (sentBytes < 50 * 2 ** 20 && !response.destroyed) {
      sentBytes += piece.length;
      if (!response.write(piece)) return void response.once('drain', go);
    }
    if (!response.destroyed) response.end();
  };
  response.setHeader('content-type', 'application/json');
  go();
};

const described = (changes: object = {}) => ({
  ...{ issuer: `http://${home}`, authorization_endpoint: `http://${home}/authorize`, jwks_uri: `http://${home}/keys` },
  ...{ token_endpoint: `http://${home}/token`, id_token_signing_alg_values_supported: ['RS256'], ...changes },
});
const discovery = '/.well-known/openid-configuration';
const unsigned = ['{"alg":"RS256","kid":"one"}', '{"sub":"eve"}', 'x'].map((one) =>
  Buffer.from(one).toString('base64url'),
);
const token = json({ access_token: 'a', id_token: unsigned.join('.') });

/** @returns how far somebody comes who signs in there, and what was told to the log */
async function signIn(
  given: typeof answers,
): Promise<{ end: 'not-found' | 'no-token' | 'nobody' | 'in'; told: string[] }> {
  answers = given;
  [reached, sentBytes] = [0, 0];
  const told: string[] = [];
  const found = openSingleSignOn({
    settings: {
      ...{ name: 'Example', issuer: `http://${home}`, clientId: 'rapport', clientSecret: 'hush' },
      ...{ privateHosts: new Set<string>(), limitMilliseconds: 200 },
    },
    onProvedAddress: async () => void told.push('proved'),
    log: { error: (facts, message) => void told.push(JSON.stringify([facts, message])) },
  });
  const redirectURI = 'http://127.0.0.1/back';
  const codeVerifier = 'v'.repeat(43);
  try {
    await found.createAuthorizationURL({ state: 's', codeVerifier, redirectURI, idTokenNonce: 'n' });
  } catch {
    return { end: 'not-found', told };
  }
  const tokens = await found.validateAuthorizationCode({ code: 'c', codeVerifier, redirectURI }).catch(() => null);
  if (tokens === null) return { end: 'no-token', told };
  const person = await found.getUserInfo({ ...tokens, expectedIdTokenNonce: 'n' });
  return { end: person === null ? 'nobody' : 'in', told };
}

describe('a provider of single sign-on', () => {
  type Answers = Record<string, (response: ServerResponse) => void>;
  const well = (response: ServerResponse) => json(described())(response);

  it.each<[string, Answers, string, string]>([
    ['points into the private network', { [discovery]: redirect }, 'not-found', 'answer-not-understood'],
    ['answers with 50 MB', { [discovery]: endless }, 'not-found', 'too-large'],
    ['never answers', { [discovery]: silent }, 'not-found', 'too-slow'],
    [
      'says it is another one',
      { [discovery]: (response) => json(described({ issuer: 'https://id.example.org' }))(response) },
      'not-found',
      'answer-not-understood',
    ],
    ['says no JSON', { [discovery]: (response) => void response.end('<html>') }, 'not-found', 'answer-not-understood'],
    [
      'names a private machine for its tokens',
      { [discovery]: (response) => json(described({ token_endpoint: `https://${secret}/` }))(response) },
      'no-token',
      'private-address',
    ],
    [
      'names a private machine for its keys',
      { [discovery]: (response) => json(described({ jwks_uri: `https://${secret}/` }))(response), '/token': token },
      'nobody',
      'token-refused',
    ],
    ['points elsewhere for tokens', { [discovery]: well, '/token': redirect }, 'no-token', 'answer-not-understood'],
    ['points elsewhere for keys', { [discovery]: well, '/token': token, '/keys': redirect }, 'nobody', 'token-refused'],
    ['answers with 50 MB of token', { [discovery]: well, '/token': endless }, 'no-token', 'too-large'],
    ['answers with 50 MB of keys', { [discovery]: well, '/token': token, '/keys': endless }, 'nobody', 'token-refused'],
    ['never gives a token', { [discovery]: well, '/token': silent }, 'no-token', 'too-slow'],
    ['never gives its keys', { [discovery]: well, '/token': token, '/keys': silent }, 'nobody', 'token-refused'],
    [
      'gives a shared secret as its key',
      { [discovery]: well, '/token': token, '/keys': json({ keys: [{ kty: 'oct', k: 'aHVzaA' }] }) },
      'nobody',
      'token-refused',
    ],
    ['signs nothing', { [discovery]: well, '/token': json({ access_token: 'a' }) }, 'nobody', ''],
  ])('that %s lets nobody in, reaches nothing private, and ends in time', async (_what, given, end, trouble) => {
    const asked = vi.spyOn(globalThis, 'fetch');
    const found = await signIn(given);
    expect(found.end).toBe(end);
    expect(found.told.join()).toContain(trouble);
    expect(found.told.join()).not.toMatch(/hush|127\.0\.0\.1/);
    expect([reached, sentBytes < 2 ** 22]).toEqual([0, true]);
    // The sign-in library asks by this one, which knows no bounds.
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
