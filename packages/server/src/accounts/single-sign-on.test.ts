import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepImports, startTestApp, type TestApp } from '../api/test-app.ts';
import { readSingleSignOn } from './account-settings.ts';
import { openBrowser, tokenOf } from './browser.fixture.ts';

const password = 'four plain words here';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
/** Who signs in at the provider next, and by which key that is signed. */
let claims: Record<string, unknown> = {};
let signedBy = privateKey;

let app: TestApp;
let http: FastifyInstance;
let provider: Server;
let issuer: string;
beforeAll(async () => {
  provider = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{ jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      },
      '/keys': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: writeToken() },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[path ?? ''] ?? {}));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  app = await startTestApp('single-sign-on', keepImports);
  const singleSignOn = {
    name: 'Example',
    issuer,
    clientId: 'rapport',
    clientSecret: 'secret',
    privateHosts: new Set<string>(),
  };
  http = await app.rebuild({
    now: () => new Date(),
    accountSettings: { wanted: false, publicUrl: undefined, secret: 's'.repeat(40), singleSignOn },
  });
});
afterAll(async () => {
  await app?.end();
  provider?.close();
});

function writeToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = { iss: issuer, aud: 'rapport', iat: now, exp: now + 60, ...claims };
  const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(body)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(signedBy, 'base64url')}`;
}

/** Goes to the provider and comes back as whoever `said` is. @returns where the browser ends, and its session */
async function signInAs(said: Record<string, unknown>) {
  const browser = openBrowser(http);
  const started = await browser.send('POST', '/api/v1/session/single-sign-on');
  expect(started.statusCode, started.body).toBe(200);
  const there = new URL(started.json().address);
  claims = { ...said, ...('nonce' in said ? {} : { nonce: there.searchParams.get('nonce') }) };
  const back = await browser.get(`/api/v1/auth/callback/sso?code=c&state=${there.searchParams.get('state')}`);
  expect(back.statusCode).toBe(302);
  return { browser, there, ended: String(back.headers.location), me: (await browser.get('/api/v1/me')).json() };
}

const ada = { sub: 'ada-1', email: 'Ada@example.org', email_verified: true, name: 'Ada' };

describe('single sign-on', () => {
  it('lets nobody in who was not invited', async () => {
    const olga = openBrowser(http);
    const { link } = (await olga.send('POST', '/api/v1/links/owner')).json();
    const owner = { token: tokenOf(link), name: 'Olga', email: 'olga@example.org', password };
    expect((await olga.send('POST', '/api/v1/links/take', owner)).statusCode).toBe(200);
    const { ended, me, there } = await signInAs(ada);
    expect([ended, me.person]).toEqual([expect.stringContaining('/sign-in?error=signup_disabled'), null]);
    expect(there.searchParams.get('code_challenge_method')).toBe('S256');
    expect(me.singleSignOn).toEqual({ name: 'Example' });
  });

  it('accepts the invitation of an address that the provider has proved, and only of such a one', async () => {
    const olga = openBrowser(http);
    await olga.send('POST', '/api/v1/session', { email: 'olga@example.org', password });
    await olga.send('POST', '/api/v1/invitations', { email: 'ada@example.org', role: 'lead' });
    expect((await signInAs({ ...ada, email_verified: false })).me.person).toBeNull();
    const { ended, me } = await signInAs(ada);
    expect(new URL(ended).pathname).toBe('/');
    expect(me.person).toMatchObject({ name: 'Ada', email: 'ada@example.org', role: 'lead' });
    // The next time she is known by her subject, whatever her address has become there.
    expect((await signInAs({ ...ada, email: 'ada@new.org' })).me.person.email).toBe('ada@example.org');
    const { entries } = (await olga.get('/api/v1/audit?what=invitation-accepted')).json();
    expect(entries[0].detail).toMatchObject({ by: 'single-sign-on', role: 'lead' });
    const [last] = (await olga.get('/api/v1/audit?what=signed-in')).json().entries;
    expect(last).toMatchObject({ person: 'Ada', detail: { by: 'single-sign-on' } });
    expect((await signInAs(ada)).browser.cookies.has('rapport')).toBe(true);
  });

  it('believes no token of another key, another audience, another issuer, or of another sign-in', async () => {
    signedBy = stranger;
    expect((await signInAs(ada)).me.person).toBeNull();
    signedBy = privateKey;
    for (const forged of [{ aud: 'other' }, { iss: 'https://evil.example' }, { nonce: 'replayed' }, { exp: 1 }]) {
      expect((await signInAs({ ...ada, ...forged })).me.person, JSON.stringify(forged)).toBeNull();
    }
    const browser = openBrowser(http);
    const foreign = await browser.get('/api/v1/auth/callback/sso?code=c&state=made-up');
    expect([foreign.statusCode, (await browser.get('/api/v1/me')).json().person]).toEqual([302, null]);
  });

  it('links no account whose password somebody else has set to an address that is not proved', async () => {
    const { me } = await signInAs({ sub: 'evil', email: 'olga@example.org', email_verified: false });
    expect(me.person).toBeNull();
  });

  it('says so when the provider does not answer, and asks it again the next time', async () => {
    const away = `${issuer}/away`;
    const settings = { name: 'Away', issuer: away, clientId: 'r', clientSecret: 's', privateHosts: new Set<string>() };
    const other = await app.rebuild({
      now: () => new Date(),
      accountSettings: { wanted: false, publicUrl: undefined, secret: 's'.repeat(40), singleSignOn: settings },
    });
    for (let tries = 0; tries < 2; tries += 1) {
      const started = await openBrowser(other).send('POST', '/api/v1/session/single-sign-on');
      expect([started.statusCode, started.json().code]).toEqual([503, 'unavailable']);
      expect(started.body).toContain('The provider of single sign-on does not answer.');
    }
  });

  it('is set up whole or not at all, and over TLS', () => {
    const whole = {
      RAPPORT_OIDC_ISSUER: 'https://id.example.org/',
      RAPPORT_OIDC_CLIENT_ID: 'rapport',
      RAPPORT_OIDC_CLIENT_SECRET: 'secret',
    };
    expect(readSingleSignOn(whole)).toMatchObject({ issuer: 'https://id.example.org', name: 'Single sign-on' });
    expect(readSingleSignOn({})).toBeNull();
    expect(() => readSingleSignOn({ ...whole, RAPPORT_OIDC_CLIENT_SECRET: ' ' })).toThrow('set in part');
    expect(() => readSingleSignOn({ ...whole, RAPPORT_OIDC_ISSUER: 'http://id.example.org' })).toThrow('over TLS');
  });
});
