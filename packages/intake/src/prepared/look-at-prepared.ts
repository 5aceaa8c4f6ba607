/** The first look at mail, chat exports and transcripts. */
import type { IntakeFormat, IntakePlan } from '@rapport/contract';
import type { IntakeLimits } from '../limits.ts';
import { lookAtMails } from '../mbox/look-at-mails.ts';
import type { OpenBytes } from '../record.ts';
import type { PreparedLook } from './empty-look.ts';
import { lookAtLines } from './look-at-lines.ts';
import { prepareLines } from './prepare-source.ts';

const names: Partial<Record<IntakeFormat, string>> = {
  vtt: 'Transcripts of calls (WebVTT)',
  srt: 'Transcripts of calls (SRT)',
  transcript: 'A transcript with speakers',
  whatsapp: 'A WhatsApp chat',
  telegram: 'Telegram chats',
  slack: 'A Slack workspace',
};

export interface LookAtPrepared {
  fileName: string;
  limits: IntakeLimits;
  whole: boolean;
}

/** Null where nothing in it can be read as what it seemed to be. */
export async function lookAtPrepared(
  open: OpenBytes,
  plan: Pick<IntakePlan, 'format' | 'member' | 'encoding'>,
  o: LookAtPrepared,
): Promise<{ look: PreparedLook } | null> {
  const { format, member } = plan;
  if (format === 'mbox' || format === 'eml') return lookAtMails(open, format, { ...o, member });
  const look = async (dayFirst: boolean) => {
    const lines = prepareLines(open, { ...plan, dayFirst }, o);
    return lines === null ? null : lookAtLines(lines, { format, what: names[format] ?? format, whole: o.whole });
  };
  const found = await look(true);
  // Days that lie apart in one order are neighbours in the other: conversations are counted in the order that was found.
  return found?.look.dayFirst === false ? look(false) : found;
}
