/** Who wrote in a history, and whether RT takes them for staff. Asked once for each person and a few minutes. */
import type { People } from '@rapport/intake';
import { type Fields, fieldsOf, isFields, listIn, textOf } from '../fields-of.ts';
import type { SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';

type Person = People extends ReadonlyMap<string, infer P> ? P : never;

export async function findPeople(api: SourceApi, history: readonly Fields[], ticket: Fields): Promise<People> {
  const customers = new Set([...listIn(ticket.Requestor), ...listIn(ticket.Cc)].map(({ id }) => textOf(id)));
  const creators = new Map<string, Fields>();
  for (const { Creator } of history) if (isFields(Creator)) creators.set(textOf(Creator.id), Creator);
  const people = new Map<string, Person>();
  for (const [login, said] of creators) {
    if (login === '' || login === 'RT_System' || customers.has(login)) continue;
    const known = await api.memory.recall(`user ${login}`, () => findPerson(api, login));
    const name = known.name || textOf(said.RealName) || textOf(said.Name);
    people.set(login, { ...known, name, email: known.email || textOf(said.EmailAddress).toLowerCase() });
  }
  return people;
}

async function findPerson(api: SourceApi, login: string): Promise<Person> {
  try {
    const found = await api.find(`/REST/2.0/user/${encodeURIComponent(login)}`);
    const user = found === null ? {} : fieldsOf(found.body);
    const privileged = textOf(user.Privileged);
    return {
      role: privileged === '' ? null : privileged === '1' ? 'agent' : 'customer',
      name: textOf(user.RealName),
      email: textOf(user.EmailAddress).toLowerCase(),
    };
  } catch (error) {
    // Without the right to see users the role is left to be guessed, and is marked as a guess.
    if (error instanceof SourceTrouble && error.kind === 'right-missing') return { role: null, name: '', email: '' };
    throw error;
  }
}
