/** What a member is told by mail, and other systems by webhook: that something waits for them, never what somebody wrote. */
import { z } from 'zod';

export const noticeKinds = [
  'review-assigned',
  'mention',
  'calibration-asked',
  'calibration-open',
  'dispute-answered',
  'coaching-note',
  'source-failing',
  'import-done',
] as const;
export const noticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKind>;

export const noticeRhythms = ['at-once', 'daily', 'never'] as const;

export const noticePreference = z.object({
  rhythm: z.enum(noticeRhythms).describe('daily: one mail with all of a day'),
  kinds: z.array(noticeKind).describe('What to be told about; what concerns other roles never comes'),
});
export type NoticePreference = z.infer<typeof noticePreference>;
