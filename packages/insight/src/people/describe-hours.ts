/**
 * Hours of the calendar laid over the week by a reader's clock: when conversations come, and how many customers arrive
 * very upset in each part of the week. It says what there was to do, never who did it; how long somebody worked on a reply
 * cannot be seen in text, so hours of work are not claimed.
 *
 * Shares by Wilson's interval; below the floor of a rate only counts.
 */
import { floors, type HourCounts, type TeamHours, type WeekPart, weekParts } from '@rapport/contract';
import { type Estimate, estimateProportion, refuse } from '@rapport/statistics';

type Hour = TeamHours['week'][number] & { replies: number };

/** @param zone a time zone that is known; null where nothing has a date */
export function describeHours({ hours, people, from, to }: HourCounts, zone: string): TeamHours | null {
  if (from === null || to === null) return null;
  const week = layOverWeek(hours, zone);
  const begun = sum(week, 'begun');
  const isTeam = people >= floors.peopleForTeamNumbers;
  return {
    ...{ from, to, begun },
    sentence: writeHours(
      sum(
        week.filter((one) => partOf(one) !== 'day'),
        'begun',
      ),
      begun,
    ),
    week: week.filter((one) => one.begun > 0).map(({ replies: _, ...one }) => one),
    parts: weekParts.map((part) => {
      const own = week.filter((one) => partOf(one) === part);
      const counts = { n: sum(own, 'begun'), passed: sum(own, 'hard') };
      return { part, begun: counts.n, hard: shareOf(counts), replies: isTeam ? sum(own, 'replies') : null };
    }),
  };
}

/** 168 hours, Monday first. */
function layOverWeek(hours: HourCounts['hours'], zone: string): Hour[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const week = Array.from({ length: 168 }, (_, place): Hour => {
    return { day: Math.floor(place / 24), hour: place % 24, begun: 0, hard: 0, replies: 0 };
  });
  for (const { at, begun, hard, replies } of hours) {
    const parts = clock.formatToParts(Date.parse(at));
    const said = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    const place = week[days.indexOf(said('weekday')) * 24 + Number(said('hour'))];
    if (place === undefined) continue;
    place.begun += begun;
    place.hard += hard;
    place.replies += replies;
  }
  return week;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function partOf({ day, hour }: Pick<Hour, 'day' | 'hour'>): WeekPart {
  if (day >= 5) return 'weekend';
  if (hour >= 8 && hour < 18) return 'day';
  return hour >= 18 && hour < 22 ? 'evening' : 'night';
}

const sum = (hours: readonly Hour[], what: 'begun' | 'hard' | 'replies'): number =>
  hours.reduce((total, one) => total + one[what], 0);

const shareOf = ({ passed, n }: { passed: number; n: number }): Estimate =>
  n < floors.opportunitiesForRate
    ? refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'wilson' })
    : estimateProportion({ passed, n });

function writeHours(outside: number, begun: number): string {
  const { value, lower, upper } = shareOf({ passed: outside, n: begun });
  if (value === null || lower === null || upper === null) return 'Too few conversations yet to say when they come.';
  const whole = (share: number) => Math.round(100 * share);
  return `${whole(value)} of 100 conversations (likely ${whole(lower)}–${whole(upper)}) begin outside Monday to Friday, 8 to 18.`;
}
