/** Offsets of IANA zones from the zone data of the runtime. */
const formats = new Map<string, Intl.DateTimeFormat | null>();
const quarters = new Map<string, number>();

/** True when the runtime knows the zone. */
export const isKnownZone = (timeZone: string): boolean => formatOf(timeZone) !== null;

/**
 * Seconds east of UTC in a zone, for a time on its clock (given as if it were UTC, in milliseconds). A time that the
 * clock shows twice in autumn is the earlier one; one it skips in spring moves on by the gap. Null for an unknown zone.
 */
export function offsetSeconds(timeZone: string, wallMilliseconds: number): number | null {
  const format = formatOf(timeZone);
  if (!format) return null;
  // Clocks change on quarter hours, so that one answer serves all times of the same quarter.
  const quarter = `${timeZone} ${Math.floor(wallMilliseconds / 900_000)}`;
  let offset = quarters.get(quarter);
  if (offset === undefined) {
    offset = findOffset(format, wallMilliseconds);
    if (quarters.size >= 20_000) quarters.clear();
    quarters.set(quarter, offset);
  }
  return offset;
}

function findOffset(format: Intl.DateTimeFormat, wallMilliseconds: number): number {
  const before = offsetAt(format, wallMilliseconds - 86_400_000);
  const asBefore = offsetAt(format, wallMilliseconds - before * 1000);
  if (asBefore === before) return before;
  const asAfter = offsetAt(format, wallMilliseconds - asBefore * 1000);
  return asAfter === asBefore ? asAfter : before;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts });
  } catch {
    format = null;
  }
  formats.set(timeZone, format);
  return format;
}

const parts = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function offsetAt(format: Intl.DateTimeFormat, milliseconds: number): number {
  const shown = new Map(format.formatToParts(milliseconds).map((part) => [part.type, Number(part.value)]));
  const get = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return Math.round((wall - Math.floor(milliseconds / 1000) * 1000) / 1000);
}
