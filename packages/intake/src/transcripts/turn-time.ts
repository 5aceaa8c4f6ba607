/** When something was said: a recording counts from its start, and only its name may say when that was. */
import type { Turn } from './turn.ts';

const inName =
  /(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])[T_ -]*(?:at)?[T_ -]*([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:m]?([0-5]\d))?(?!\d)/;

/** "call-2026-03-09T10-15-00" → that time on the clock of whoever recorded it, as if it were UTC; else null. */
export function startInName(name: string): number | null {
  const found = inName.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found.map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, Number.isNaN(second) ? 0 : second);
  return Number.isNaN(at) ? null : at;
}

/** The time as a reader of times takes it: the stamp where it holds a date, else the start and the seconds; '' for none. */
export function stampOf(turn: Pick<Turn, 'stamp' | 'seconds'>, start: number | null): string {
  if (/\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(turn.stamp)) return turn.stamp;
  if (start === null || turn.seconds === null) return '';
  return new Date(start + turn.seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
