/** A helpdesk's own list of people: what it says about an author goes before every guess. */
import type { AuthorRole } from '@rapport/contract';
import { readRole } from '../fields/read-role.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';

export interface KnownPerson {
  /** Null where the list does not say. */
  role: AuthorRole | null;
  name: string;
  email: string;
}

/** By id as the source writes it. */
export type People = ReadonlyMap<string, KnownPerson>;

/** Adds the people of one list; `listRole` is what everybody in it is, where the name of the list says so. */
export function addPeople(list: unknown, listRole: AuthorRole | null, into: Map<string, KnownPerson>): void {
  if (!Array.isArray(list)) return;
  for (const one of list) {
    const found = isObject(one) ? readKnownPerson(one, listRole) : null;
    if (found) into.set(found.id, found);
  }
}

/** People out of the answer of an API; `listRole` is what everybody in it is, where the list says so. */
export function listPeople(list: readonly unknown[], listRole: AuthorRole | null = null): People {
  const people = new Map<string, KnownPerson>();
  addPeople(list, listRole, people);
  return people;
}

/** Whether an entry is a person and not a conversation. */
export const isPersonEntry = (one: JsonObject): boolean =>
  pickText(one, 'id', '_id', 'Name') !== '' &&
  ('email' in one || 'EmailAddress' in one) &&
  ['role', 'role_ids', 'roles', 'Privileged', 'availability_status', 'user_fields'].some((name) => name in one);

export function readKnownPerson(one: JsonObject, listRole: AuthorRole | null): (KnownPerson & { id: string }) | null {
  // Freshdesk keeps an agent's name and address inside a contact.
  const inner = pick(one, 'contact');
  const { id, name, email } = asPerson(one);
  const person = isObject(inner) ? asPerson(inner) : { name: '', email: '' };
  const key = id || pickText(one, 'Name');
  if (key === '') return null;
  return {
    id: key,
    role: listRole ?? findRole(one),
    name: name || person.name || pickText(one, 'RealName', 'available_name'),
    email: (email || person.email || pickText(one, 'EmailAddress')).toLowerCase(),
  };
}

function findRole(one: JsonObject): AuthorRole | null {
  const privileged = pickText(one, 'Privileged');
  if (privileged !== '') return privileged === '1' || privileged === 'true' ? 'agent' : 'customer';
  const said = readRole(pickText(one, 'role', 'type', 'user_type'));
  if (said) return said;
  const roles = pick(one, 'roles');
  const words = (Array.isArray(roles) ? roles : []).map((role) => readRole(asText(role) || asPerson(role).name));
  // Somebody who is both serves others with one of the two.
  return words.find((role) => role === 'agent') ?? words.find((role) => role !== null && role !== undefined) ?? null;
}
