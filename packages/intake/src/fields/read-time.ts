/**
 * A time as people and systems write it → a UTC instant. A time without a zone is never guessed: it takes the zone a
 * person named, or is reported as lacking one.
 */
import { offsetSeconds } from './zone-offset.ts';

export interface TimeReading {
  /** 1/2/2026 is the first of February. */
  dayFirst: boolean;
  /** IANA name or a fixed offset such as +02:00; null when nobody has said. */
  timeZone: string | null;
}

export type ReadTime = { kind: 'instant'; at: string } | { kind: 'no-zone' } | { kind: 'bad' };

const bad: ReadTime = { kind: 'bad' };
/** The form that machines write, on days every month has: nothing about it needs working out. */
const exactIso = /^(?:19[7-9]\d|2\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const slashed =
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?:,?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const worded =
  /^(?:[a-z]{3,9}\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4})?,?(?:\s+at)?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?\s*(Z|UTC|GMT|UT|[+-]\d{4})?(?:\s+(\d{4}))?(?:\s*\([a-z ]{1,20}\))?$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function readTime(raw: string, o: TimeReading): ReadTime {
  if (exactIso.test(raw)) return { kind: 'instant', at: `${raw.slice(0, 19)}.000Z` };
  const text = raw.trim();
  if (text.length > 60) return bad;
  if (/^\d+(\.\d+)?$/.test(text)) return readNumber(text, o);
  const a = iso.exec(text);
  if (a) {
    const [, year, month, day, hour, minute, second, fraction, zone] = a;
    return instant({ year, month, day, hour, minute, second, fraction, zone }, o);
  }
  const b = slashed.exec(text);
  if (b) return readSlashed(b, o);
  const c = worded.exec(text);
  if (c) {
    const [, day1, month1, month2, day2, year1, hour, minute, second, half, zone, year2] = c;
    const month = months.indexOf((month1 ?? month2 ?? '').slice(0, 3).toLowerCase()) + 1;
    if (month === 0) return bad;
    return instant({ year: year1 ?? year2, month: `${month}`, day: day1 ?? day2, hour, minute, second, half, zone }, o);
  }
  return bad;
}

/** Which of the two numbers of a date such as 1/2/2026 can be the month; null for other dates. */
export function findDayOrder(raw: string): 'day-first' | 'month-first' | 'either' | null {
  const found = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})\b/.exec(raw);
  if (!found) return null;
  const first = Number(found[1]);
  const second = Number(found[3]);
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  if (first > 12 || second > 12) return null;
  return found[2] === '.' ? 'day-first' : 'either';
}

/** Seconds, milliseconds or microseconds since 1970, or the day number of a spreadsheet (1900 system). */
function readNumber(text: string, o: TimeReading): ReadTime {
  const value = Number(text);
  if (value >= 20_000 && value < 80_000) {
    const at = new Date(Math.round((value - 25_569) * 86_400) * 1000);
    return inZone(at.getTime(), o);
  }
  if (value >= 1e8 && value < 1e11) return fromMilliseconds(value * 1000);
  if (value >= 1e11 && value < 1e14) return fromMilliseconds(value);
  if (value >= 1e14 && value < 1e17) return fromMilliseconds(value / 1000);
  return bad;
}

function readSlashed(found: RegExpExecArray, o: TimeReading): ReadTime {
  const [, first = '', separator, second, third, hour, minute, s, half, zone] = found;
  const time = { hour, minute, second: s, half, zone };
  if (first.length === 4)
    return third && third.length <= 2 ? instant({ ...time, year: first, month: second, day: third }, o) : bad;
  if (first.length === 3) return bad;
  const dayFirst = separator === '.' || o.dayFirst;
  const year = third?.length === 2 ? `20${third}` : third;
  return instant({ ...time, year, month: dayFirst ? second : first, day: dayFirst ? first : second }, o);
}

interface WrittenTime {
  year: string | undefined;
  month: string | undefined;
  day: string | undefined;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  fraction?: string | undefined;
  half?: string | undefined;
  zone?: string | undefined;
}

function instant(t: WrittenTime, o: TimeReading): ReadTime {
  const [year, month, day] = [Number(t.year), Number(t.month), Number(t.day)];
  let hour = Number(t.hour ?? 0);
  const [minute, second] = [Number(t.minute ?? 0), Number(t.second ?? 0)];
  if (t.half) {
    if (hour < 1 || hour > 12) return bad;
    hour = (hour % 12) + (t.half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  const milliseconds = t.fraction ? Math.floor(Number(`0.${t.fraction}`) * 1000) : 0;
  if (hour > 23 || minute > 59 || second > 60) return bad;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const day0 = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(at) || day0.getUTCMonth() !== month - 1 || day0.getUTCDate() !== day) return bad;
  if (t.zone === undefined) return inZone(at, o);
  const offset = readOffset(t.zone);
  return offset === null ? bad : fromMilliseconds(at - offset * 1000);
}

function inZone(wallMilliseconds: number, o: TimeReading): ReadTime {
  if (o.timeZone === null) return { kind: 'no-zone' };
  const fixed = readOffset(o.timeZone) ?? offsetSeconds(o.timeZone, wallMilliseconds);
  return fixed === null ? { kind: 'no-zone' } : fromMilliseconds(wallMilliseconds - fixed * 1000);
}

/** Seconds east of UTC of Z, UTC, +02:00, -0330; null for other words. */
function readOffset(zone: string): number | null {
  if (/^(z|utc|gmt|ut)$/i.test(zone)) return 0;
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return null;
  const seconds = Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60;
  return seconds > 15 * 3600 ? null : found[1] === '-' ? -seconds : seconds;
}

/** From 1970 to the end of 9999: what both a database and an ISO time of four year digits can hold. */
function fromMilliseconds(at: number): ReadTime {
  if (!(at >= 0 && at < 253_402_300_800_000)) return bad;
  return { kind: 'instant', at: new Date(at).toISOString() };
}
