/** The first look at an mbox file: how many mails, in how many threads. */
import type { IntakePlan } from '@rapport/contract';
import { createTimeTally } from '../fields/time-tally.ts';
import type { IntakeLimits } from '../limits.ts';
import type { OpenBytes } from '../record.ts';
import { readHeaders } from './read-headers.ts';
import { scanMails } from './scan-mails.ts';

export async function lookAtMbox(
  open: OpenBytes,
  o: { limits: IntakeLimits; whole: boolean },
): Promise<{ look: Omit<IntakePlan, 'member' | 'encoding'> }> {
  const times = createTimeTally();
  const roots = new Set<string>();
  let mails = 0;
  for await (const { bytes } of scanMails(open, { fromByte: 0, fromLine: 1, maxBytes: o.limits.itemBytes })) {
    mails += 1;
    if (bytes) {
      const headers = readHeaders(bytes);
      times.add(headers.date);
      roots.add(headers.references[0] ?? (headers.inReplyTo || headers.messageId || `mail-${mails}`));
    }
    if (!o.whole && mails >= 50) break;
  }
  const { needsTimeZone } = times.result();
  const counted = o.whole
    ? `: ${mails.toLocaleString('en-US')} mails in about ${roots.size.toLocaleString('en-US')} threads`
    : '';
  return {
    look: {
      format: 'mbox',
      delimiter: null,
      columns: [],
      mapping: {},
      needsMapping: [],
      dayFirst: null,
      dayFirstSure: true,
      timeZone: null,
      needsTimeZone,
      csatScale: 'unknown',
      csatMin: null,
      csatMax: null,
      units: o.whole ? mails : null,
      conversations: o.whole ? roots.size : null,
      headline: `A mailbox (mbox)${counted}.`,
    },
  };
}
