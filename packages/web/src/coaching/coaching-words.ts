/** Plans in words. */
import type { CoachingPlanRow, CoachingReason } from '@rapport/contract';

export const reasonWords: Record<CoachingReason, string> = {
  'low-scores': 'Chosen by low numbers',
  'drawn-by-lot': 'Drawn by lot',
  volunteered: 'They asked for it',
  other: 'Another reason',
};

/** "Ana", "Ana and Ben", "Ana, Ben and 2 others". */
export function peopleWords(people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => name);
  if (names.length <= 2) return names.join(' and ');
  const rest = names.length - 2;
  return `${names.slice(0, 2).join(', ')} and ${rest === 1 ? '1 other' : `${rest} others`}`;
}

export function stateWords({ state, startsAt, goalAt }: CoachingPlanRow): string {
  switch (state) {
    case 'planned':
      return `begins ${planDay(startsAt)}`;
    case 'running':
      return `read on ${planDay(goalAt)}`;
    case 'due':
      return 'can be read';
    case 'closed':
      return 'closed';
  }
}

/** Days of a plan are whole days in UTC: in the reader's zone a Monday could become a Sunday. */
const inUtc = (options: Intl.DateTimeFormatOptions) => (at: string) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(new Date(at));
export const planDay = inUtc({ day: 'numeric', month: 'short' });
export const planWholeDay = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });

/** The beginning of a day as a plan holds it; null for what is no day. */
export function dayToInstant(day: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A day so many days later, for a field of days. */
export const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
