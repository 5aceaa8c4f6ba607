/** Accounts as the API uses them: who is asking, in which mode the server is, and the sign-in library by address. */
import { randomBytes } from 'node:crypto';
import { type accountModes, RapportError } from '@rapport/contract';
import type { FastifyRequest } from 'fastify';
import type { AllowedAddresses } from '../api/guard-requests.ts';
import { localPerson, nobody, type Person } from '../api/permit.ts';
import { noteKeyUse } from '../store/api-keys.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { findKey, findSession, hasAccounts } from '../store/sessions.ts';
import { acceptBySingleSignOn } from './accept-invitation.ts';
import type { AccountSettings } from './account-settings.ts';
import { type Auth, createAuth, sessionCookieOf } from './create-auth.ts';
import { hashToken } from './hash-sessions.ts';
import { limitTries, type TryLimit } from './limit-tries.ts';
import { openUnknownNotes } from './note-unknown-address.ts';
import { readKeySecret } from './one-time-secrets.ts';
import { originOf, refusalOf } from './origin-of.ts';
import { rulesOfKeys, rulesOfRoles, seenBy } from './rules-of-roles.ts';
import { readSessionToken } from './session-cookie.ts';

export interface Accounts {
  settings: AccountSettings;
  personOf(request: FastifyRequest): Promise<Person>;
  modeOf(): Promise<(typeof accountModes)[number]>;
  originOf(request: FastifyRequest): string;
  /** @throws RapportError `not-allowed` where nobody may sign in over this connection */
  authOf(request: FastifyRequest): Promise<Auth>;
  /** Tries of a password, by address. */
  signInTries: TryLimit;
  /** Writes a failed try with an address that nobody has into the log. */
  noteUnknown: (email: string) => Promise<void>;
  newId: () => string;
  now: () => Date;
}

export interface AccountParts {
  store: Pick<Store, 'db'>;
  settings: AccountSettings;
  allowed: AllowedAddresses;
  now: () => Date;
  log: { error(facts: object, message: string): void };
}

const signInTries = { tries: 10, milliseconds: 15 * 60_000 };

export function openAccounts(parts: AccountParts): Accounts {
  const { store, settings, allowed, now } = parts;
  const newId = () => randomBytes(24).toString('base64url');
  const modeOf = watchMode(parts);
  const cameBy = (request: FastifyRequest) => originOf(request, allowed, settings.publicUrl);
  const made = new Map<string, Promise<Auth>>();
  const authAt = (origin: string): Promise<Auth> => {
    const auth = made.get(origin) ?? createAuth({ ...parts, ...settings, origin, onProvedAddress: accept });
    made.set(origin, auth);
    // One that could not be made is made anew when it is next needed.
    auth.catch(() => made.delete(origin));
    return auth;
  };
  const accept = (proved: { email: string; name: string }) => acceptBySingleSignOn({ store, newId, now }, proved);
  return {
    settings,
    modeOf,
    originOf: cameBy,
    newId,
    now,
    noteUnknown: openUnknownNotes({ store, secret: settings.secret, now }),
    signInTries: limitTries({ ...signInTries, now: () => now().getTime() }),
    authOf: async (request) => {
      const origin = cameBy(request);
      const refusal = refusalOf(origin);
      if (refusal !== null)
        throw new RapportError('not-allowed', { what: 'Nobody can sign in here.', wayOut: refusal });
      return authAt(origin);
    },
    personOf: async (request) => {
      const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (key !== undefined) return personOfKey(store, key);
      const mode = await modeOf();
      if (mode === 'local') return isForwarded(request) ? nobody : localPerson;
      const held = personOfCookie(parts, request, cameBy(request));
      return (await held) ?? nobody;
    },
  };
}

/** Once there are accounts there always are: the last owner cannot go. Until then it is looked up. */
function watchMode({ store, settings }: AccountParts): Accounts['modeOf'] {
  let found = false;
  return async () => {
    found ||= await hasAccounts(store);
    if (found) return 'accounts';
    return settings.wanted ? 'needs-owner' : 'local';
  };
}

/** A proxy in front means that it is not the person at this machine, whatever the Host header says. */
function isForwarded({ headers }: FastifyRequest): boolean {
  return ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some((name) => name in headers);
}

/** @throws RapportError `not-signed-in`: a program with a wrong key must not go on as somebody else */
async function personOfKey(store: Pick<Store, 'db'>, text: string): Promise<Person> {
  const read = readKeySecret(text.trim());
  const key = read === null ? null : await findKey(store, read.workspace, read.hash);
  if (read === null || key === null) {
    throw new RapportError('not-signed-in', {
      what: 'This key opens nothing.',
      why: 'It may have been revoked.',
      wayOut: 'Ask an administrator for a new one.',
    });
  }
  const { workspace } = read;
  // Nobody waits for the note, and a lost one does no harm.
  void inWorkspace(store, workspace, (db) => noteKeyUse(db, workspace, key.id)).catch(() => {});
  return {
    ...{ id: `key:${key.id}`, name: key.name, workspace, role: 'key', holds: rulesOfKeys[key.scope] },
    ...{ sees: null, writesAs: [] },
  };
}

async function personOfCookie(
  { store, settings }: AccountParts,
  request: FastifyRequest,
  origin: string,
): Promise<Person | null> {
  // The plain cookie counts on loopback alone; the other one only ever comes over TLS.
  const names = refusalOf(origin) === null ? new Set(['__Host-rapport', sessionCookieOf(origin)]) : ['__Host-rapport'];
  for (const name of names) {
    const token = readSessionToken(request.headers.cookie, name, settings.secret);
    const found = token === null ? null : await findSession(store, hashToken(token));
    if (found === null) continue;
    const { userId: id, name: called, workspace, role, sessionId, email, twoFactor, viewsOn } = found;
    return {
      ...{ id, name: called, workspace, role, holds: rulesOfRoles[role], sees: seenBy(found) },
      ...{ writesAs: found.ownAuthors, account: { sessionId, email, twoFactor, viewsOn } },
    };
  }
  return null;
}
