/**
 * The questions to a provider of single sign-on: where it is, its keys, a token for a code, and who somebody is. Each goes
 * out through the one way there is, within its bounds of place, size and time. The sign-in library asks nobody itself.
 *
 * What the provider says of itself is not trusted further than its address: it names other addresses, and these obey the
 * same rules. Its own host may be private, because whoever set up this server named it; others only where they are named
 * in RAPPORT_PRIVATE_HOSTS.
 */
import { z } from 'zod';
import type { PrivateHosts } from '../outbound/private-hosts.ts';
import { createOutbound } from '../outbound/send-outside.ts';

const address = z.string().max(2000).refine(URL.canParse, 'is no address');

const discovery = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
export type Discovery = z.infer<typeof discovery>;

const part = z.string().max(4000).optional();
const signingKey = z.object({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  ...{ kid: part, use: part, n: part, e: part, crv: part, x: part, y: part },
});
export type SigningKey = z.infer<typeof signingKey>;
/** Keys of another kind, such as secrets shared by both sides, are not even looked at. */
const keySet = z.object({ keys: z.array(z.unknown()).max(100) });

export interface ProviderQuestions {
  discover(): Promise<Discovery>;
  listKeys(from: string): Promise<SigningKey[]>;
  takeToken(from: string, body: URLSearchParams, headers: Readonly<Record<string, string>>): Promise<TokenAnswer>;
  describePerson(from: string, accessToken: string): Promise<Record<string, unknown>>;
}

const tokenAnswer = z.looseObject({ access_token: z.string(), id_token: z.string().optional() });
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** A set of keys takes some thousand bytes. */
const mostBytes = 256 * 1024;

export interface ProviderBounds {
  issuer: string;
  privateHosts: PrivateHosts;
  /** For each question. */
  limitMilliseconds: number;
}

/** @returns questions that throw OutboundTrouble, or an Error that says what was wrong with an answer */
export function askProvider({ issuer, privateHosts, limitMilliseconds }: ProviderBounds): ProviderQuestions {
  const home = new URL(issuer);
  const send = createOutbound({ privateHosts: new Set([...privateHosts, home.host]) });
  const read = async (
    to: string,
    more: { body?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<unknown> => {
    const url = new URL(to);
    // A private host may be spoken to without TLS elsewhere; who signs in must not hang on that.
    if (home.protocol === 'https:' && url.protocol !== 'https:') throw new Error('an address without TLS');
    const answer = await send({
      ...{ url, mostBytes, limitMilliseconds, method: more.body === undefined ? 'GET' : 'POST' },
      ...(more.body === undefined ? {} : { body: more.body }),
      headers: { accept: 'application/json', ...more.headers },
    });
    // No redirect is followed: what a provider says stands at the address that was named.
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return JSON.parse(answer.bytes.toString('utf8'));
  };
  return {
    discover: async () => {
      const found = discovery.parse(await read(`${issuer}/.well-known/openid-configuration`));
      if (found.issuer.replace(/\/$/, '') !== issuer)
        throw new Error('it names another issuer than the one that was asked');
      return found;
    },
    listKeys: async (from) =>
      keySet.parse(await read(from)).keys.flatMap((one) => {
        const key = signingKey.safeParse(one);
        return key.success && key.data.use !== 'enc' ? [key.data] : [];
      }),
    takeToken: async (from, body, headers) => tokenAnswer.parse(await read(from, { body: body.toString(), headers })),
    describePerson: async (from, accessToken) =>
      z
        .record(z.string(), z.unknown())
        .parse(await read(from, { headers: { authorization: `Bearer ${accessToken}` } })),
  };
}
