/** What a whole column of times says about their order of day and month, and whether they name a zone. */
import { findDayOrder, readTime } from './read-time.ts';

export interface TimeTally {
  add(raw: string): void;
  result(): { dayFirst: boolean | null; dayFirstSure: boolean; needsTimeZone: boolean };
}

export function createTimeTally(): TimeTally {
  let [dayFirst, monthFirst, either] = [0, 0, 0];
  let needsTimeZone = false;
  // Exports are sorted more often than not: the reading with fewer steps back in time is the better guess for a tie.
  let [stepsBackDayFirst, stepsBackMonthFirst] = [0, 0];
  let [lastDayFirst, lastMonthFirst] = [0, 0];
  return {
    add(raw) {
      if (raw === '') return;
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
        const [asDayFirst, asMonthFirst] = [year * 10_000 + b * 100 + a, year * 10_000 + a * 100 + b];
        if (asDayFirst < lastDayFirst) stepsBackDayFirst += 1;
        if (asMonthFirst < lastMonthFirst) stepsBackMonthFirst += 1;
        [lastDayFirst, lastMonthFirst] = [asDayFirst, asMonthFirst];
      }
    },
    result() {
      if (dayFirst + monthFirst + either === 0) return { dayFirst: null, dayFirstSure: true, needsTimeZone };
      const isTied = dayFirst === 0 && monthFirst === 0;
      return {
        dayFirst: isTied ? stepsBackDayFirst <= stepsBackMonthFirst : dayFirst >= monthFirst,
        dayFirstSure: (dayFirst === 0) !== (monthFirst === 0),
        needsTimeZone,
      };
    },
  };
}
