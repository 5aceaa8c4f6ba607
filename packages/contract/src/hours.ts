/** When a team's conversations come, and how hard they are when they do: of everybody together, never of a person. */
import { z } from 'zod';
import { estimate } from './estimate.ts';

/** Monday to Friday in three, and the weekend; by the reader's clock. */
export const weekParts = ['day', 'evening', 'night', 'weekend'] as const;
export type WeekPart = (typeof weekParts)[number];
export const weekPartWords: Record<WeekPart, { name: string; hours: string }> = {
  day: { name: 'Weekdays by day', hours: 'Monday to Friday, 8 to 18' },
  evening: { name: 'Weekday evenings', hours: 'Monday to Friday, 18 to 22' },
  night: { name: 'Weekday nights', hours: 'Monday to Friday, 22 to 8' },
  weekend: { name: 'Weekends', hours: 'Saturday and Sunday' },
};

/** As the refresh keeps it: hours of the calendar in UTC, so that every reader's clock can be laid over them. */
export const hourCounts = z.object({
  scorerVersion: z.string(),
  people: z.int().describe('Who replied in that time'),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  hours: z.array(
    z.object({
      at: z.iso.datetime().describe('Where the hour begins'),
      begun: z.int().describe('Conversations whose first message came in it'),
      hard: z.int().describe('Of these, how many customers arrived very upset'),
      replies: z.int(),
    }),
  ),
});
export type HourCounts = z.infer<typeof hourCounts>;

export const teamHours = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  begun: z.int(),
  sentence: z.string(),
  week: z
    .array(z.object({ day: z.int().min(0).max(6), hour: z.int().min(0).max(23), begun: z.int(), hard: z.int() }))
    .describe('Hours of the week in which something came; 0 is Monday'),
  parts: z.array(
    z.object({
      part: z.enum(weekParts),
      begun: z.int(),
      hard: estimate.describe('Customers who arrived very upset, of the conversations begun then'),
      replies: z.int().nullable().describe('Null where fewer people replied than numbers of a team take'),
    }),
  ),
});
export type TeamHours = z.infer<typeof teamHours>;
