/** The words of the mails that tell members what waits for them. */
import type { NoticeKind } from '@rapport/contract';
import type { DueNotices } from '../store/notices.ts';
import type { OutgoingMail } from './open-mail.ts';

interface NoticeWords {
  one: string;
  many: string;
  /** Where one notice leads, and where several of its kind do. */
  page: (object: string) => string;
  pageOfMany: string;
}

const always = (page: string) => ({ page: () => page, pageOfMany: page });

const words: Readonly<Record<NoticeKind, NoticeWords>> = {
  'review-assigned': { one: 'A review waits for you', many: 'reviews wait for you', ...always('/reviews') },
  mention: {
    one: 'You were called in a comment on a review',
    many: 'comments on reviews call you',
    page: (review) => `/reviews/${encodeURIComponent(review)}`,
    pageOfMany: '/reviews',
  },
  'calibration-asked': {
    one: 'A calibration waits for your ratings',
    many: 'calibrations wait for your ratings',
    page: (calibration) => `/calibration/${encodeURIComponent(calibration)}`,
    pageOfMany: '/calibration',
  },
  'calibration-open': {
    one: 'A calibration can be compared',
    many: 'calibrations can be compared',
    page: (calibration) => `/calibration/${encodeURIComponent(calibration)}`,
    pageOfMany: '/calibration',
  },
  'dispute-answered': {
    one: 'Your dispute was answered',
    many: 'of your disputes were answered',
    ...always('/disputes'),
  },
  'coaching-note': {
    one: 'A coaching note was written for you',
    many: 'coaching notes were written for you',
    ...always('/coaching'),
  },
  'source-failing': {
    one: 'A source cannot be read',
    many: 'times a source could not be read',
    ...always('/sources'),
  },
  'import-done': { one: 'An import is done', many: 'imports are done', ...always('/') },
};

/** Counts and links alone: what customers and colleagues wrote stays where a right is needed to read it. */
export function writeNotices({ address, notices }: Omit<DueNotices, 'userId'>, publicUrl: string | null): OutgoingMail {
  const objects = new Map<NoticeKind, string[]>();
  for (const { kind, object } of notices) objects.set(kind, [...(objects.get(kind) ?? []), object]);
  const lines = [...objects].map(([kind, of]) => {
    const { one, many, page, pageOfMany } = words[kind];
    const [first = ''] = of;
    const isOne = new Set(of).size === 1;
    const what = of.length === 1 ? one : `${of.length} ${many}`;
    return `${what}.${publicUrl === null ? '' : `\n${new URL(isOne ? page(first) : pageOfMany, publicUrl).href}`}`;
  });
  const [only] = lines;
  const subject = lines.length === 1 ? (only ?? '').split('.')[0] : `${notices.length} things wait for you in Rapport`;
  const end =
    'You get this because you are a member of this Rapport. Settings, My account says how often, and about what.';
  return { to: address, subject: `Rapport: ${subject}`, text: `${lines.join('\n\n')}\n\n${end}\n` };
}
