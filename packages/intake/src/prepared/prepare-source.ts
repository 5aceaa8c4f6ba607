/** Which reader makes prepared lines of a source, and where such a source is recognised. */
import type { IntakeFormat, IntakePlan } from '@rapport/contract';
import type { IntakeLimits } from '../limits.ts';
import { prepareMails } from '../mail/prepare-mails.ts';
import { openMails } from '../mbox/open-mails.ts';
import type { OpenBytes } from '../record.ts';
import { prepareSlack } from '../slack/prepare-slack.ts';
import { prepareTelegram } from '../telegram/prepare-telegram.ts';
import { prepareTranscripts } from '../transcripts/prepare-transcripts.ts';
import { decodeToUtf8 } from '../unpack/decode-to-utf8.ts';
import { openPacked } from '../unpack/open-packed.ts';
import { prepareWhatsApp } from '../whatsapp/prepare-whatsapp.ts';
import { type PreparedLine, writePreparedLine } from './prepared-line.ts';

export interface PrepareOptions {
  fileName: string;
  limits: IntakeLimits;
}

export type PreparePlan = Pick<IntakePlan, 'format' | 'member' | 'encoding'> & Partial<Pick<IntakePlan, 'dayFirst'>>;

const preparedFormats: readonly IntakeFormat[] = [
  'mbox',
  'eml',
  'vtt',
  'srt',
  'transcript',
  'whatsapp',
  'telegram',
  'slack',
];

export const isPrepared = (format: IntakeFormat): boolean => preparedFormats.includes(format);

/** The source as prepared lines in bytes; null for a source that is read as it lies. */
export function prepareSource(open: OpenBytes, plan: PreparePlan, o: PrepareOptions): AsyncIterable<Uint8Array> | null {
  if (plan.format === 'mbox' || plan.format === 'eml') return prepareMails(openMails(open, plan.member, o), o.limits);
  const lines = prepareLines(open, plan, o);
  return lines === null ? null : written(lines);
}

/** The same for all but mail, whose first look reads headers alone. */
export function prepareLines(
  open: OpenBytes,
  plan: PreparePlan,
  o: PrepareOptions,
): AsyncIterable<PreparedLine> | null {
  const { format, member, encoding } = plan;
  const plain = () => decodeToUtf8(openPacked(open, member, o), encoding);
  if (format === 'vtt' || format === 'srt' || format === 'transcript')
    return prepareTranscripts(open, { ...o, member, encoding });
  if (format === 'whatsapp') {
    return prepareWhatsApp(plain(), { names: [o.fileName, member ?? ''], dayFirst: plan.dayFirst ?? true });
  }
  if (format === 'telegram') return prepareTelegram(plain(), o.limits);
  if (format === 'slack') return prepareSlack(open, o);
  return null;
}

async function* written(lines: AsyncIterable<PreparedLine>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield writePreparedLine(line);
}
