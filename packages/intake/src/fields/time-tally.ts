/** What a whole column of times says about their order of day and month, and whether they name a zone. */
import { findDayOrder, readTime } from './read-time.ts';

export interface TimeTally {
  add(raw: string): void;
  result(): { dayFirst: boolean | null; dayFirstSure: boolean; needsTimeZone: boolean };
}

export function createTimeTally(): TimeTally {
  let [dayFirst, monthFirst, either] = [0, 0, 0];
  let needsTimeZone = false;
  // Neighbouring rows lie near each other in time: of two readings the one that travels fewer days is the better guess.
  const travelled = { dayFirst: 0, monthFirst: 0 };
  let last: { dayFirst: number; monthFirst: number } | null = null;
  return {
    add(raw) {
      // Most columns are of this one form, and the look is as long as the file.
      if (raw === '' || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(raw)) return;
      if (!needsTimeZone) {
        needsTimeZone = [false, true].some(
          (order) => readTime(raw, { dayFirst: order, timeZone: null }).kind === 'no-zone',
        );
      }
      const order = findDayOrder(raw);
      if (order === null) return;
      if (order === 'day-first') dayFirst += 1;
      else if (order === 'month-first') monthFirst += 1;
      else {
        either += 1;
        const [a = 0, b = 0, year = 0] = raw
          .trim()
          .split(/[/.\-\s,T]/)
          .map(Number);
        const days = { dayFirst: Date.UTC(year, b - 1, a) / 864e5, monthFirst: Date.UTC(year, a - 1, b) / 864e5 };
        travelled.dayFirst += Math.abs(days.dayFirst - (last?.dayFirst ?? days.dayFirst));
        travelled.monthFirst += Math.abs(days.monthFirst - (last?.monthFirst ?? days.monthFirst));
        last = days;
      }
    },
    result() {
      if (dayFirst + monthFirst + either === 0) return { dayFirst: null, dayFirstSure: true, needsTimeZone };
      const isTied = dayFirst === 0 && monthFirst === 0;
      return {
        dayFirst: isTied ? travelled.dayFirst <= travelled.monthFirst : dayFirst >= monthFirst,
        dayFirstSure: (dayFirst === 0) !== (monthFirst === 0),
        needsTimeZone,
      };
    },
  };
}
