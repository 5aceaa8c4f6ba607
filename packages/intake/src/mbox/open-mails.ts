/** The mails of what was sent: one mbox or .eml file, or an archive that holds many of both. */

import type { IntakeLimits } from '../limits.ts';
import { emptyMail } from '../mail/collect-parts.ts';
import type { FoundMail, OpenMails } from '../mail/prepare-mails.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes } from '../regroup-bytes.ts';
import { takeHead } from '../take-head.ts';
import { openPacked } from '../unpack/open-packed.ts';
import { isZip, readZipMembers } from '../unpack/read-zip-member.ts';
import { looksLikeMail } from './looks-like-mail.ts';
import { scanMails } from './scan-mails.ts';

/** Thunderbird and Maildir give their files no ending; `looksLikeMail` decides on the content. */
export const mayBeMail = (name: string): boolean =>
  /\.(?:eml|mbox|mbx|emlx)$/i.test(name) || /(?:^|\/)(?:cur|new)\/[^/]+$/.test(name) || /(?:^|\/)[^./]+$/.test(name);

export function openMails(
  open: OpenBytes,
  member: string | null,
  o: { fileName: string; limits: IntakeLimits },
): OpenMails {
  return async function* (scan) {
    const head = await takeHead(open, 8);
    if (!isZip(head) || member !== null) {
      yield* mailsOf(null, openPacked(open, member, o), scan);
      return;
    }
    for await (const { name, bytes } of readZipMembers(open(0), mayBeMail, o)) yield* mailsOf(name, bytes, scan);
  };
}

async function* mailsOf(
  file: string | null,
  bytes: AsyncIterable<Uint8Array>,
  scan: { maxBytes: number; headersOnly: boolean },
): AsyncGenerator<FoundMail> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  // Enough of the beginning to tell what it is; the rest follows as it comes.
  while (size < 4096) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const kind = looksLikeMail(joinBytes(first.length > 0 ? first : [new Uint8Array(0)]));
  if (kind === null) {
    // A file without an ending may be anything; one that is called a mail must not get lost in silence.
    if (file !== null && /\.(?:eml|mbox|mbx|emlx)$/i.test(file)) yield { file, line: 1, mail: emptyMail('no-mail') };
    return;
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  for await (const { mail, line } of scanMails(all, { ...scan, isSingle: kind === 'eml' })) yield { file, line, mail };
}
