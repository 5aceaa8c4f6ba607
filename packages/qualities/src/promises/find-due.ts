/**
 * When a promise falls due, from its own words and the moment it was said. There is no zone in the data, so clock
 * times are read as UTC; days without a clock time fall due at their end. Unsure words give null, never a guess.
 */

export interface Due {
  /** UTC instant. */
  dueAt: string | null;
  /** The words it was read from, as written. */
  words: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  'a couple of': 2,
  couple: 2,
  half: 0.5,
};
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'january february march april may june july august september october november december'.split(' ');

const amount = String.raw`(\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)`;
const unit = `(minutes?|mins?|hours?|hrs?|(?:business|working|work) days?|days?|weeks?|months?)`;
const clock = String.raw`(?:(\d{1,2})[:.](\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm|o'?clock)|(noon|midday|midnight))`;
const day = `(today|tonight|tomorrow|(?:next |this |on |by )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))`;

const within = new RegExp(
  String.raw`\b(?:within|in|inside|under|after)\s+(?:the next\s+|about\s+|around\s+|up to\s+)?${amount}(?:\s*(?:-|–|to)\s*(\d{1,3}|two|three|four|five|six|seven|ten))?\s+${unit}\b`,
  'i',
);
const inTheNext = /\b(?:in|within|over) the next\s+(?:few\s+)?(minutes|hours|days|hour|day|week)\b/i;
const endOf =
  /\b(?:by |before |at )?(?:the )?end of (?:the |this |next )?(day tomorrow|day|today|tomorrow|week|month|business|next week|my shift)\b/i;
const dayAndClock = new RegExp(
  String.raw`\b${day}(?:\s+(morning|afternoon|evening|night))?(?:\s*,?\s*(?:at|by|before|until|around|from|between)?\s*${clock})?`,
  'i',
);
const clockThenDay = new RegExp(String.raw`\b(?:at|by|before|until)\s+${clock}(?:\s+(?:on\s+)?${day})?`, 'i');
const bareHour =
  /\b(?:at|by|before|until)\s+(eight|nine|ten|eleven|twelve|one|two|three|four|five|six|seven|\d{1,2})\b(?!\s*(?:%|days?|hours?|minutes?|weeks?|euro|pounds|dollars|[-–:.]\d|[a-z]))/i;
const dated = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${months.join('|')})|(${months.join('|')})\s+(\d{1,2})(?:st|nd|rd|th)?)\b`,
  'i',
);
const dayOfMonth = /\b(?:on|by|before|until)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b/i;
const partOfDay = /\b(?:this|later this|in the) (morning|afternoon|evening)\b|\blater today\b/i;
const nextWeek = /\b(?:early |later )?next (week|month)\b|\bthis week\b/i;
const vague =
  /\b(?:shortly|soon|as soon as (?:possible|i|we|the|it)|asap|in a (?:moment|minute|bit|while)|right away|straight away|immediately|once [^.,;]{3,40}|when (?:it|the|i|we) [^.,;]{3,40})/i;

/** The due time in `text`, said at `at` (UTC instant or null); null when no words of time stand there. */
export const findDue = (text: string, at: string | null): Due | null => {
  const said = at === null ? Number.NaN : Date.parse(at);
  for (const read of readers) {
    const found = read(text, said);
    if (found)
      return {
        words: found.words.trim(),
        dueAt: Number.isFinite(found.time) ? new Date(found.time).toISOString() : null,
      };
  }
  const loose = vague.exec(text);
  return loose ? { words: loose[0], dueAt: null } : null;
};

type Reader = (text: string, said: number) => { words: string; time: number } | null;

const readers: readonly Reader[] = [
  (text, said) => {
    const found = within.exec(text);
    if (!found) return null;
    const count = toCount(found[2] ?? found[1]);
    return { words: found[0], time: addUnits(said, count, found[3] ?? '') };
  },
  (text, said) => {
    const found = dated.exec(text);
    if (!found) return null;
    const month = months.indexOf((found[2] ?? found[3] ?? '').toLowerCase());
    return { words: found[0], time: nextDate(said, month, Number(found[1] ?? found[4])) };
  },
  (text, said) => {
    const found = endOf.exec(text);
    if (!found) return null;
    const kind = (found[1] ?? '').toLowerCase();
    if (kind === 'month') return { words: found[0], time: endOfMonth(said) };
    if (kind === 'week' || kind === 'next week') {
      const later = kind === 'next week' || /next week/i.test(found[0]) ? 7 : 0;
      return { words: found[0], time: endOfDay(said + (daysUntil(said, 5) + later) * DAY) };
    }
    return { words: found[0], time: endOfDay(kind.includes('tomorrow') ? said + DAY : said) };
  },
  (text, said) => {
    const found = dayAndClock.exec(text);
    const clockParts = found?.slice(3, 9) ?? [];
    if (!found || clockParts.every((part) => part === undefined)) return null;
    return { words: found[0], time: atClock(dayOf(said, found[1] ?? ''), clockParts) };
  },
  (text, said) => {
    const found = clockThenDay.exec(text);
    if (!found) return null;
    const base = found[7] ? dayOf(said, found[7]) : said;
    const time = atClock(base, found.slice(1, 7));
    return { words: found[0], time: !found[7] && time <= said ? time + DAY : time };
  },
  (text, said) => {
    const found = dayAndClock.exec(text);
    if (!found) return null;
    return { words: found[0], time: partEnd(dayOf(said, found[1] ?? ''), found[2]) };
  },
  (text, said) => {
    const found = dayOfMonth.exec(text);
    return found ? { words: found[0], time: nextDayOfMonth(said, Number(found[1])) } : null;
  },
  (text, said) => {
    const found = bareHour.exec(text);
    if (!found) return null;
    return { words: found[0], time: nextHour(said, toCount(found[1]), /^before|^by/i.test(found[0])) };
  },
  (text, said) => {
    const found = partOfDay.exec(text);
    if (!found) return null;
    const part = found[1];
    const morning = part === 'morning' && new Date(said).getUTCHours() >= 12 ? said + DAY : said;
    return { words: found[0], time: partEnd(morning, part) };
  },
  (text) => {
    const found = inTheNext.exec(text);
    return found ? { words: found[0], time: Number.NaN } : null;
  },
  (text, said) => {
    const found = nextWeek.exec(text);
    if (!found) return null;
    if (/month/i.test(found[0])) return { words: found[0], time: endOfMonth(endOfMonth(said) + HOUR) };
    const later = /next/i.test(found[0]) ? 7 : 0;
    const friday = daysUntil(said, 5) + (later && new Date(said).getUTCDay() <= 5 ? 7 : 0);
    return { words: found[0], time: endOfDay(said + friday * DAY) };
  },
];

const toCount = (word: string | undefined): number => {
  const lower = (word ?? '').toLowerCase();
  return /^\d/.test(lower) ? Number(lower) : (numberWords[lower] ?? (lower === 'eleven' ? 11 : Number.NaN));
};

const addUnits = (said: number, count: number, name: string): number => {
  const lower = name.toLowerCase();
  if (lower.startsWith('min')) return said + count * 60_000;
  if (lower.startsWith('h')) return said + count * HOUR;
  if (/^(?:business|work)/.test(lower)) return endOfDay(addWorkingDays(said, count));
  if (lower.startsWith('day')) return endOfDay(said + count * DAY);
  if (lower.startsWith('week')) return endOfDay(said + count * 7 * DAY);
  return endOfDay(said + count * 30 * DAY);
};

const addWorkingDays = (said: number, count: number): number => {
  let time = said;
  for (let left = Number.isFinite(said) ? count : 0; left > 0; ) {
    time += DAY;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return time;
};

const startOfDay = (time: number): number => Math.floor(time / DAY) * DAY;
const endOfDay = (time: number): number => startOfDay(time) + DAY - 60_000;
const endOfMonth = (time: number): number => {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - 60_000;
};

/** Days until the weekday comes next; today counts as 0. */
const daysUntil = (said: number, weekday: number): number => (weekday - new Date(said).getUTCDay() + 7) % 7;

const dayOf = (said: number, words: string): number => {
  const lower = words.toLowerCase();
  if (lower.includes('today') || lower.includes('tonight')) return said;
  if (lower.includes('tomorrow')) return said + DAY;
  const weekday = weekdays.findIndex((name) => lower.includes(name));
  return said + (daysUntil(said, weekday) || 7) * DAY;
};

const partEnd = (base: number, part: string | undefined): number => {
  const hour = part === 'morning' ? 12 : part === 'afternoon' ? 18 : part === 'evening' ? 22 : 24;
  return startOfDay(base) + hour * HOUR - (hour === 24 ? 60_000 : 0);
};

/** Parts: hour, minute, am/pm, hour, am/pm/o'clock, noon/midnight. */
const atClock = (base: number, parts: readonly (string | undefined)[]): number => {
  const [hour, minute, half, bare, bareHalf, named] = parts;
  if (named) return startOfDay(base) + (named.toLowerCase() === 'midnight' ? 24 : 12) * HOUR;
  const suffix = (half ?? bareHalf ?? '').toLowerCase();
  let hours = Number(hour ?? bare);
  if (suffix === 'pm' && hours < 12) hours += 12;
  if (suffix === 'am' && hours === 12) hours = 0;
  return hours > 24 ? Number.NaN : startOfDay(base) + hours * HOUR + Number(minute ?? 0) * 60_000;
};

const nextHour = (said: number, hour: number, atLatest: boolean): number => {
  if (!(hour >= 1 && hour <= 24)) return Number.NaN;
  const candidates = hour <= 12 ? [hour, hour + 12, hour + 24] : [hour, hour + 24];
  const next = candidates.map((one) => startOfDay(said) + one * HOUR).find((time) => time > said);
  return next === undefined || (!atLatest && next - said > DAY) ? Number.NaN : next;
};

const nextDate = (said: number, month: number, date: number): number => {
  const year = new Date(said).getUTCFullYear();
  const time = Date.UTC(year, month, date);
  return endOfDay(time < startOfDay(said) - 30 * DAY ? Date.UTC(year + 1, month, date) : time);
};

const nextDayOfMonth = (said: number, date: number): number => {
  const now = new Date(said);
  const month = now.getUTCMonth() + (date < now.getUTCDate() ? 1 : 0);
  return endOfDay(Date.UTC(now.getUTCFullYear(), month, date));
};
