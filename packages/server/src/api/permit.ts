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

/** @throws RapportError `not-allowed` when the person does not hold the rule; "anyone" needs none. */
export function permit(person: Person, rule: AccessRule): void {
  if (rule === 'anyone' || person.holds.includes(rule)) return;
  throw new RapportError('not-allowed', {
    what: `This needs the right "${rule}".`,
    why: 'Nothing was changed.',
    wayOut: 'Ask the person who runs Rapport for it.',
  });
}
