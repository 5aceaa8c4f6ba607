import type { MailboxChange } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import type { Outside } from '../outbound/open-outside.ts';
import { openSecret, sealSecret } from '../secrets/seal-secret.ts';
import type { StoredMailbox } from '../store/mailboxes.ts';
import { prepareChange, tryMailbox } from './mailbox-actions.ts';
import { mailboxPurpose, prepareSignIn } from './mailbox-secret.ts';

const key = { bytes: Buffer.alloc(32, 7) };
const answers: object[] = [];
const asked: string[] = [];
const outside = {
  secretKey: async () => key,
  privateHosts: new Set<string>(),
  send: async ({ body }: { body: string }) => {
    asked.push(body);
    return { status: 200, headers: {}, bytes: Buffer.from(JSON.stringify(answers.shift() ?? {})) };
  },
} as unknown as Outside; // the rest is not reached for

const place = { host: 'mail.example', port: 993, tls: 'tls' as const, user: 'support@shop.example' };
const given: MailboxChange = { ...place, name: 'Support', ownAddresses: ['Support@Shop.example'] };
const oauth = {
  ...{ signIn: 'oauth' as const, tokenUrl: 'https://login.example/token', clientId: 'app', clientSecret: 's' },
  ...{ refreshToken: 'first', scope: 'imap' },
};
const stored: StoredMailbox = {
  ...{ id: 1, name: 'Support', source: 'Support', ...place, signIn: 'oauth', ownAddresses: [], state: 'failing' },
  ...{ reason: null, lastReadAt: null, createdAt: '2026-01-01T00:00:00.000Z', failures: 3 },
  sealedSecret: sealSecret(key, JSON.stringify(oauth), mailboxPurpose(place)),
};

describe('what a person can do to a mailbox', () => {
  it('never has the stored password sent to another host or user', async () => {
    for (const other of [{ host: 'elsewhere.example' }, { user: 'other@shop.example' }]) {
      await expect(tryMailbox(outside, { ...given, ...other }, stored)).rejects.toThrow(/password is missing/);
      await expect(prepareChange(outside, { ...given, ...other }, stored)).rejects.toThrow(/password is missing/);
    }
    await expect(tryMailbox(outside, given, null)).rejects.toThrow(/password is missing/);
  });

  it('keeps what was not typed, and starts again where it had failed', async () => {
    const wish = await prepareChange(outside, given, stored);
    expect(wish).toMatchObject({ state: 'running', failures: 0, signIn: 'oauth', sealedSecret: stored.sealedSecret });
    expect(wish).toMatchObject({ ownAddresses: ['support@shop.example'], isFromBeginning: false });
    expect(await prepareChange(outside, given, { ...stored, state: 'paused' })).not.toHaveProperty('state');
  });

  it('forgets what it knew of the folders when the mailbox is another one', async () => {
    const secret = { signIn: 'password' as const, password: 'of an app' };
    const wish = await prepareChange(outside, { ...given, host: 'elsewhere.example', secret }, stored);
    expect(wish).toMatchObject({ isFromBeginning: true, signIn: 'password' });
    expect(wish.sealedSecret).not.toContain('of an app');
  });

  it('says in words why a try did not work', async () => {
    const secret = { signIn: 'password' as const, password: 'of an app' };
    const wish = { ...given, host: '10.1.2.3', secret };
    expect(await tryMailbox(outside, wish, null)).toMatchObject({
      works: false,
      reason: { code: 'private-address', wayOut: expect.stringMatching(/RAPPORT_PRIVATE_HOSTS/) },
    });
    expect(await tryMailbox(outside, { ...wish, tls: 'none' }, null)).toMatchObject({
      reason: { code: 'not-encrypted' },
    });
  });
});

describe('signing in with tokens', () => {
  it('keeps the new refresh token where the provider hands one out, sealed', async () => {
    answers.push({ access_token: 'a', refresh_token: 'second' });
    const { signIn, renewedSecret } = await prepareSignIn(stored, outside);
    expect(signIn).toEqual({ user: place.user, accessToken: 'a' });
    expect(renewedSecret).not.toBeNull();
    expect(JSON.parse(openSecret(key, renewedSecret ?? '', mailboxPurpose(place)))).toEqual({
      ...oauth,
      refreshToken: 'second',
    });
    expect(new URLSearchParams(asked.at(-1)).get('refresh_token')).toBe('first');
  });

  it('leaves the secret alone where there is none, or the same', async () => {
    answers.push({ access_token: 'a' }, { access_token: 'b', refresh_token: 'first' });
    for (let n = 0; n < 2; n++) expect((await prepareSignIn(stored, outside)).renewedSecret).toBeNull();
  });
});
