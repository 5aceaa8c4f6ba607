/**
 * Single sign-on by OpenID Connect, as the sign-in library takes it: the library keeps state, nonce and code verifier and
 * checks the signature; every question to the provider is ours (`ask-provider.ts`).
 */
import { createPublicKey } from 'node:crypto';
import { APIError } from 'better-auth';
import {
  authorizationCodeRequest,
  createAuthorizationURL,
  getOAuth2Tokens,
  type OAuthProvider,
  verifyProviderIdToken,
} from 'better-auth/oauth2';
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';
import type { SingleSignOnSettings } from './account-settings.ts';
import { askProvider, type Discovery, type SigningKey } from './ask-provider.ts';

export const singleSignOnId = 'sso';

export interface SingleSignOnParts {
  settings: SingleSignOnSettings;
  /** Told of an address that the provider has proved, before it is looked up. */
  onProvedAddress: (proved: { email: string; name: string }) => Promise<void>;
  log: { error(facts: object, message: string): void };
}

type Claims = Record<string, unknown>;
type Header = { kid?: string | undefined; alg?: string | undefined };

/** Signed by a key that only the provider has; a secret that both sides know, or none, proves nothing here. */
const signings = new Set('RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' '));
const scopes = ['openid', 'email', 'profile'];
const usualLimit = 10_000;
const discoveryMilliseconds = 3_600_000;
/** Keys are asked for anew when a token names one that is not among them, but not for each made-up token. */
const keysMilliseconds = 30_000;

export function openSingleSignOn({ settings, onProvedAddress, log }: SingleSignOnParts): OAuthProvider<Claims> {
  const { issuer, clientId, clientSecret, name, privateHosts, limitMilliseconds = usualLimit } = settings;
  const ask = askProvider({ issuer, privateHosts, limitMilliseconds });
  const discover = remember(ask.discover, discoveryMilliseconds);
  let keys: { found: SigningKey[]; at: number } = { found: [], at: Number.NEGATIVE_INFINITY };

  const findKey = async (from: string, { kid, alg }: Header): Promise<SigningKey> => {
    const fits = () => keys.found.filter((one) => one.kty === familyOf(alg) && (kid === undefined || one.kid === kid));
    if (fits().length !== 1 && performance.now() - keys.at > keysMilliseconds) {
      keys = { found: await ask.listKeys(from), at: performance.now() };
    }
    const [key, ...others] = fits();
    if (key === undefined || others.length > 0) throw new Error('no key of the provider fits');
    return key;
  };
  const verify = async (token: string, nonce: string | undefined): Promise<boolean> => {
    const found = await discover();
    const idToken = {
      jwks: async (header: Header) => createPublicKey({ key: await findKey(found.jwks_uri, header), format: 'jwk' }),
      ...{ issuer: found.issuer, audience: clientId },
      algorithms: found.id_token_signing_alg_values_supported.filter((one) => signings.has(one)),
    };
    return verifyProviderIdToken({ idToken }, token, nonce);
  };
  const claimsOf = async ({
    idToken,
    accessToken,
  }: {
    idToken?: string | undefined;
    accessToken?: string | undefined;
  }) => {
    const claims = readClaims(idToken ?? '');
    const { userinfo_endpoint: from } = await discover();
    if (typeof claims.email === 'string' || from === undefined || accessToken === undefined) return claims;
    const said = await ask.describePerson(from, accessToken);
    // Without this somebody else's description could be taken for theirs (OpenID Connect Core, 5.3.2).
    if (said.sub !== claims.sub) throw new Error('it described somebody else');
    return { ...said, ...claims };
  };
  /** The library would let its own words for it through to the log. */
  const told = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const trouble = error instanceof OutboundTrouble ? error.kind : 'answer-not-understood';
      log.error({ trouble }, `single sign-on: ${what} failed`);
      throw new APIError('BAD_GATEWAY', { message: 'The provider of single sign-on does not answer as it should.' });
    }
  };

  return {
    ...{ id: singleSignOnId, name, issuer, requiresIdTokenNonce: true, disableSignUp: true },
    // Nobody comes in who was not invited.
    options: { disableSignUp: true },
    idToken: { verify },
    accountSubject: ({ profile }) => String(profile.sub ?? ''),
    createAuthorizationURL: ({ state, codeVerifier, redirectURI, idTokenNonce }) =>
      told('finding the provider', async () =>
        createAuthorizationURL({
          ...{ id: singleSignOnId, options: { clientId, clientSecret }, state, codeVerifier, scopes, redirectURI },
          authorizationEndpoint: (await discover()).authorization_endpoint,
          ...(idTokenNonce === undefined ? {} : { nonce: idTokenNonce }),
        }),
      ),
    validateAuthorizationCode: ({ code, codeVerifier, redirectURI }) =>
      told('asking for a token', async () => {
        const found = await discover();
        const { body, headers } = await authorizationCodeRequest({
          ...{ code, redirectURI, options: { clientId, clientSecret }, tokenEndpoint: found.token_endpoint },
          ...(codeVerifier === undefined ? {} : { codeVerifier }),
          authentication: takesSecretInHeader(found) ? 'basic' : 'post',
        });
        return getOAuth2Tokens(await ask.takeToken(found.token_endpoint, body, headers));
      }),
    getUserInfo: async ({ expectedIdTokenNonce, ...tokens }) => {
      if (tokens.idToken === undefined) return null;
      try {
        if (!(await verify(tokens.idToken, expectedIdTokenNonce))) throw new Error('the token does not hold');
        const claims = await claimsOf(tokens);
        const email = typeof claims.email === 'string' ? claims.email.toLowerCase() : null;
        const said = typeof claims.name === 'string' && claims.name !== '' ? claims.name : (email ?? '');
        const isProved = claims.email_verified === true;
        if (isProved && email !== null) await onProvedAddress({ email, name: said });
        return { user: { email, name: said, emailVerified: isProved }, data: claims };
      } catch (error) {
        const trouble = error instanceof OutboundTrouble ? error.kind : 'token-refused';
        log.error({ trouble }, 'single sign-on: who signed in is not proved');
        return null;
      }
    },
  };
}

const familyOf = (alg: string | undefined): SigningKey['kty'] =>
  alg?.startsWith('E') === true ? (alg.startsWith('ES') ? 'EC' : 'OKP') : 'RSA';

const takesSecretInHeader = ({ token_endpoint_auth_methods_supported: methods }: Discovery): boolean =>
  methods !== undefined && !methods.includes('client_secret_post');

/** Of a token whose signature holds. */
function readClaims(token: string): Claims {
  const parsed: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

/** What was found holds for a while; what failed is asked for again. */
function remember<T>(find: () => Promise<T>, milliseconds: number): () => Promise<T> {
  let kept: { found: Promise<T>; at: number } | null = null;
  return () => {
    if (kept !== null && performance.now() - kept.at < milliseconds) return kept.found;
    const found = find();
    kept = { found, at: performance.now() };
    found.catch(() => {
      kept = null;
    });
    return found;
  };
}
