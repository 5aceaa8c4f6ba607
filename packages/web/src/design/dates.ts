/** Instants in the reader's own zone and locale; days as "13 Nov", whole as "13 November 2026". */

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const wholeDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const twoDays = 2 * 24 * 60 * 60 * 1000;

/** Short day; the year is added when it is not this one, so that old data is never read as new. */
export function dayWords(instant: string, now: Date, locale?: string): string {
  const date = new Date(instant);
  const sameYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, sameYear ? day : { ...day, year: 'numeric' }).format(date);
}

export const wholeDayWords = (instant: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, wholeDay).format(new Date(instant));

export const timeWords = (instant: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));

/** Day and time of day, for what goes on for more than one day. */
export const dayAndTimeWords = (instant: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(new Date(instant));

/** "3 January 2020 – 27 May 2020", or null where the data has no dates. */
export function periodWords(period: { from: string | null; to: string | null }, locale?: string): string | null {
  if (!period.from || !period.to) return null;
  return new Intl.DateTimeFormat(locale, wholeDay).formatRange(new Date(period.from), new Date(period.to));
}

/** True when the last message is older than two days: nothing may then be called due, late or now. */
export const isOldData = (lastMessageAt: string | null, now: Date): boolean =>
  lastMessageAt !== null && now.getTime() - new Date(lastMessageAt).getTime() > twoDays;

/** A stretch of time in its largest fitting unit: "10 min", "5 h", "1 d". */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
