/**
 * Who is calling, and may they? Every endpoint names its rule; here it is enforced, in one place.
 * Until accounts exist the server listens on loopback only and its one person, the one at the keyboard, holds every rule.
 */
import { type AccessRule, accessRules, RapportError } from '@rapport/contract';

export interface Person {
  id: string;
  holds: readonly AccessRule[];
}

export const localPerson: Person = { id: 'local', holds: accessRules };

/** @throws RapportError `not-allowed` when the person does not hold the rule; "anyone" needs none. */
export function permit(person: Person, rule: AccessRule): void {
  if (rule === 'anyone' || person.holds.includes(rule)) return;
  throw new RapportError('not-allowed', {
    what: `This needs the right "${rule}".`,
    why: 'Nothing was changed.',
    wayOut: 'Ask the person who runs Rapport for it.',
  });
}
