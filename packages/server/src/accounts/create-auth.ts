/**
 * The sign-in library, as Rapport uses it: addresses with passwords, a second factor, single sign-on. It is asked by our
 * own endpoints and serves none of its own but the return from the provider; roles, invitations and keys are ours.
 *
 * One is made for each address people come by, because the names and flags of its cookies hang on it.
 */
import { shortestPassword } from '@rapport/contract';
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import { twoFactor } from 'better-auth/plugins';
import type { Store } from '../store/open-store.ts';
import type { SingleSignOnSettings } from './account-settings.ts';
import { hashSessions } from './hash-sessions.ts';
import { openSingleSignOn } from './single-sign-on.ts';

export interface AuthParts {
  store: Pick<Store, 'db'>;
  secret: string;
  /** Such as https://rapport.example.org. */
  origin: string;
  singleSignOn: SingleSignOnSettings | null;
  /** Told of an address that the provider has proved, before it is looked up: an open invitation is accepted then. */
  onProvedAddress: (proved: { email: string; name: string }) => Promise<void>;
  log: { error(facts: object, message: string): void };
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** Days until somebody signs in again, however busy they were. */
const sessionDays = 7;
export const authPath = '/api/v1/auth';

/** Without `Secure` a `__Host-` cookie vanishes silently, so the plain name is for loopback alone. */
export function sessionCookieOf(origin: string): string {
  return origin.startsWith('https:') ? '__Host-rapport' : 'rapport';
}

export async function createAuth(parts: AuthParts) {
  const { store, secret, origin, log } = parts;
  const prefix = sessionCookieOf(origin);
  // The library lets this variable overrule the option below, and nothing leaves this machine.
  delete process.env.BETTER_AUTH_TELEMETRY;
  const base = {
    appName: 'Rapport',
    baseURL: origin,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    // Every write passes our own check of its origin before it comes here, and our own limits.
    advanced: {
      useSecureCookies: false,
      cookiePrefix: prefix,
      cookies: { session_token: { name: prefix } },
      defaultCookieAttributes: { secure: origin.startsWith('https:'), httpOnly: true, sameSite: 'lax', path: '/' },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (level, message) => log.error({ level }, `sign-in: ${message}`) },
    onAPIError: { errorURL: `${origin}/sign-in` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 128,
    },
    session: {
      modelName: 'sessions',
      fields: {
        ...{ token: 'token_hash', userId: 'user_id', expiresAt: 'expires_at', createdAt: 'created_at' },
        ...{ updatedAt: 'updated_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
      },
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'sign_ins',
      fields: {
        ...{ userId: 'user_id', providerId: 'provider_id', accountId: 'account_id', accessToken: 'access_token' },
        ...{ refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at' },
        ...{ refreshTokenExpiresAt: 'refresh_token_expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      },
      encryptOAuthTokens: true,
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
  } satisfies BetterAuthOptions;
  const plugins = [twoFactor(twoFactorOptions), ownProvider(parts)];
  const options = { ...base, plugins };
  const inner = await getAdapter({ ...options, database: { db: store.db, type: 'postgres' } });
  const adapter = hashSessions(inner);
  return betterAuth({ ...options, database: () => adapter });
}

const twoFactorOptions = {
  issuer: 'Rapport',
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'two_factors',
      fields: {
        ...{ userId: 'user_id', backupCodes: 'backup_codes', lockedUntil: 'locked_until' },
        ...{ failedVerificationCount: 'failed_verification_count' },
      },
    },
  },
};

/** Single sign-on as a provider of the library, whose own one would ask over the network by itself. */
function ownProvider({ singleSignOn: settings, ...parts }: AuthParts) {
  const provider = settings === null ? [] : [openSingleSignOn({ ...parts, settings })];
  return {
    id: 'single-sign-on',
    init: () => ({ context: { socialProviders: provider } }),
  } satisfies BetterAuthPlugin;
}
