/** Who is who in a Slack workspace: its members serve, its guests and the people of connected workspaces are served. */
import type { AuthorRole } from '@rapport/contract';
import { isObject, type JsonObject, pickText } from '../json/pick.ts';

export interface SlackPerson {
  name: string;
  email: string;
  /** What the export says: guests and strangers are customers, apps are bots; null for a member. */
  role: AuthorRole | null;
}

export type SlackPeople = Map<string, SlackPerson>;

export function addSlackUsers(list: unknown, people: SlackPeople): void {
  if (!Array.isArray(list)) return;
  const users = list.filter(isObject);
  const home = mostFrequent(users.map((user) => pickText(user, 'team_id')));
  for (const user of users) {
    const profile = isObject(user.profile) ? user.profile : {};
    people.set(pickText(user, 'id'), { ...namesOf(user, profile), role: roleOf(user, home) });
  }
}

const namesOf = (user: JsonObject, profile: JsonObject): Pick<SlackPerson, 'name' | 'email'> => ({
  name:
    pickText(profile, 'real_name') ||
    pickText(user, 'real_name') ||
    pickText(profile, 'display_name') ||
    pickText(user, 'name'),
  email: pickText(profile, 'email').toLowerCase(),
});

function roleOf(user: JsonObject, home: string): AuthorRole | null {
  if (user.is_bot === true || pickText(user, 'id') === 'USLACKBOT') return 'bot';
  if (user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true) return 'customer';
  const team = pickText(user, 'team_id');
  return home !== '' && team !== '' && team !== home ? 'customer' : null;
}

function mostFrequent(values: readonly string[]): string {
  const times = new Map<string, number>();
  for (const value of values) if (value !== '') times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
