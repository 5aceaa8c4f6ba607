/** Who is calling, and may they? Every endpoint names its rule; here it is enforced, in one place. */
import { type AccessRule, accessRules, RapportError, type Role } from '@rapport/contract';
import { firstWorkspace } from '../store/in-workspace.ts';

export interface Person {
  /** A user's id, `local` for the person at the keyboard, or `key:` and the id of an API key. */
  id: string;
  name: string;
  workspace: number;
  role: Role | 'key';
  holds: readonly AccessRule[];
  /** Ids of the authors whose service this person may see; null: everybody's. */
  sees: readonly number[] | null;
  /** Ids of the authors that are this very person: what they wrote to customers. */
  writesAs: readonly number[];
  /** Of somebody who signed in; a key and the person at a loopback without accounts have none. */
  account?: { sessionId: string; email: string; twoFactor: boolean; viewsOn: boolean };
}

/** The one person of a server on loopback without accounts: the one at the keyboard, who holds every rule. */
export const localPerson: Person = {
  id: 'local',
  name: 'You',
  workspace: firstWorkspace,
  role: 'owner',
  holds: accessRules,
  sees: null,
  writesAs: [],
};

/** Whoever is not signed in, on a server with accounts. */
export const nobody: Person = {
  id: 'nobody',
  name: 'Nobody',
  workspace: firstWorkspace,
  role: 'agent',
  holds: ['anyone'],
  sees: [],
  writesAs: [],
};

/** @throws RapportError `not-signed-in`, or `not-allowed` when the person does not hold the rule; "anyone" needs none. */
export function permit(person: Person, rule: AccessRule): void {
  if (rule === 'anyone' || person.holds.includes(rule)) return;
  if (person.id === nobody.id) {
    throw new RapportError('not-signed-in', {
      what: 'Nobody is signed in.',
      wayOut:
        'Sign in first. If nobody has an account yet, open the link that was printed where Rapport was started; ' +
        'the command "rapport owner" prints a new one.',
    });
  }
  throw new RapportError('not-allowed', {
    what: `This needs the right "${rule}".`,
    why: 'Nothing was changed.',
    wayOut: 'Ask the person who runs Rapport for it.',
  });
}
