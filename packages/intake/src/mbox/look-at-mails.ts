/** The first look at a mailbox: how many mails in how many threads, and whose mailbox it seems to be. */
import type { IntakePlan } from '@rapport/contract';
import { countOf } from '../count-words.ts';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import { lookThroughMails } from '../mail/prepare-mails.ts';
import { emptyLook, type PreparedLook } from '../prepared/empty-look.ts';
import type { OpenBytes } from '../record.ts';
import { openMails } from './open-mails.ts';

const looksAtMails = 50;

export async function lookAtMails(
  open: OpenBytes,
  format: 'mbox' | 'eml',
  o: { fileName: string; limits: IntakeLimits; whole: boolean; member: string | null },
): Promise<{ look: PreparedLook }> {
  const { mails, index, own, dates } = await lookThroughMails(
    openMails(open, o.member, o),
    o.limits,
    o.whole ? Number.POSITIVE_INFINITY : looksAtMails,
  );
  const times = createTimeTally();
  for (const date of dates) times.add(date);
  const speakers: NonNullable<IntakePlan['speakers']> = own.addresses.map((name) => ({
    name,
    role: 'agent',
    sure: false,
    turns: 0,
    sample: '',
  }));
  const what = format === 'mbox' ? 'A mailbox (mbox)' : mails === 1 ? 'One mail (.eml)' : 'Mails (.eml)';
  const counted =
    !o.whole || (format === 'eml' && mails === 1)
      ? ''
      : `: ${countOf(mails, 'mail')} in ${countOf(index.threads, 'thread')}`;
  const whose = own.addresses[0] ? ` Mails from ${own.addresses[0]} and its domain are taken for the team’s.` : '';
  return {
    look: {
      ...emptyLook,
      format,
      needsTimeZone: times.result().needsTimeZone,
      units: o.whole ? mails : null,
      conversations: o.whole ? index.threads : null,
      speakers,
      headline: `${what}${counted}.${whose}`,
    },
  };
}
