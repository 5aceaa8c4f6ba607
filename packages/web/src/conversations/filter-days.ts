/** Days as a person picks them, and the instants that bound them in the reader's own zone. */

/** First instant of a day `2026-11-18`, or null for an empty or unreadable one. */
export const startOfDay = (day: string): string | null => instantOf(day, 0);

/** Last millisecond of a day, or null. */
export const endOfDay = (day: string): string | null => instantOf(day, 24 * 60 * 60 * 1000 - 1);

/** The reader's day of an instant, for a date field; empty where there is none. */
export function dayOf(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function instantOf(day: string, offsetMs: number): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnight = new Date(`${day}T00:00:00`);
  return Number.isNaN(midnight.getTime()) ? null : new Date(midnight.getTime() + offsetMs).toISOString();
}
