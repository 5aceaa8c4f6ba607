/** When each turn of a cell was said: by its own date, by its time of day and the row's date, or counted from the row's time. */
import type { IntakePlan } from '@rapport/contract';
import { readTime } from '../fields/read-time.ts';
import type { Turn } from '../transcripts/turn.ts';

interface RowTime {
  sentAt: string;
  at: string | null;
  plan: Pick<IntakePlan, 'dayFirst' | 'timeZone'>;
  seeTime: ((raw: string) => void) | undefined;
}

/** Recordings count from zero; nobody's office hours begin in the first five minutes of the day. */
const countsFromZeroBelowSeconds = 300;

export function createTurnClock(turns: readonly Turn[], o: RowTime): (turn: Turn, index: number) => string | null {
  const first = turns.find(({ stamp }) => stamp !== '');
  const isCounted = first !== undefined && first.seconds !== null && first.seconds < countsFromZeroBelowSeconds;
  const day = /^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})/.exec(o.sentAt)?.[1] ?? null;
  const zone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.exec(o.sentAt)?.[0] ?? '';
  const instantOf = (raw: string): string | null => {
    o.seeTime?.(raw);
    const time = readTime(raw, { dayFirst: o.plan.dayFirst ?? false, timeZone: o.plan.timeZone });
    return time.kind === 'instant' ? time.at : null;
  };
  return (turn, index) => {
    if (turn.stamp === '') return index === 0 ? o.at : null;
    if (/\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(turn.stamp)) return instantOf(turn.stamp);
    if (isCounted) {
      return o.at === null || turn.seconds === null
        ? null
        : new Date(Date.parse(o.at) + turn.seconds * 1000).toISOString();
    }
    return day === null
      ? null
      : instantOf(
          `${day} ${turn.stamp.replace(/\s?([ap])\.?m\.?$/i, ' $1m')}${zone.startsWith('Z') ? 'Z' : zone && ` ${zone.trim()}`}`,
        );
  };
}
