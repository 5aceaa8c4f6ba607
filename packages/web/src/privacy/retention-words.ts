/** Lengths of keeping, as words and back. */
import { type Channel, channels, type RetentionRule } from '@rapport/contract';

export const keptFor = (days: number | null): string =>
  days === null ? 'until somebody deletes them' : days === 1 ? 'for one day' : `for ${days.toLocaleString()} days`;

/** The rule as it is typed: empty days are without end, a channel without a word is as all the others. */
export interface TypedRule {
  days: string;
  channels: Partial<Record<Channel, { own: 'days' | 'end'; days: string }>>;
  countedFrom: RetentionRule['countedFrom'];
}

export const typedOf = ({ defaultDays, channelDays, countedFrom }: RetentionRule): TypedRule => ({
  days: defaultDays === null ? '' : String(defaultDays),
  channels: Object.fromEntries(
    channels.flatMap((channel) => {
      const days = channelDays[channel];
      if (days === undefined) return [];
      return [[channel, days === null ? { own: 'end', days: '' } : { own: 'days', days: String(days) }] as const];
    }),
  ),
  countedFrom,
});

/** @returns null where a number of days cannot be read */
export function ruleOf({ days, channels: typed, countedFrom }: TypedRule): RetentionRule | null {
  const defaultDays = days.trim() === '' ? null : daysOf(days);
  const channelDays: RetentionRule['channelDays'] = {};
  for (const channel of channels) {
    const one = typed[channel];
    if (one === undefined) continue;
    const own = one.own === 'end' ? null : daysOf(one.days);
    if (Number.isNaN(own)) return null;
    channelDays[channel] = own;
  }
  return Number.isNaN(defaultDays) ? null : { defaultDays, channelDays, countedFrom };
}

const mostDays = 36_500;

function daysOf(typed: string): number {
  const days = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return days >= 1 && days <= mostDays ? days : Number.NaN;
}
