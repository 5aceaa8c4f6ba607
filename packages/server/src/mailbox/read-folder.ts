/** The next mails of a folder, one at a time in memory: whatever a mailbox holds, only a piece of it is here. */
import { type MailRead, readOneMail } from '@rapport/intake';
import type { ImapFlow } from 'imapflow';
import type { FolderPlace } from '../store/mailboxes.ts';

export interface FolderBatch {
  mails: MailRead[];
  /** Read up to here, also where nothing was there. */
  toUid: number;
  isWhole: boolean;
}

export interface FolderWish {
  ownAddresses: readonly string[];
  ownDomains: readonly string[];
  /** Milliseconds; after it no further mail is asked for. */
  until: number;
  now: () => number;
}

const mailsAtOnce = 100;
/** Of one mail: what lies behind it are attachments. */
const mostBytes = 8 * 2 ** 20;
/** Of one batch. */
const bytesAtOnce = 16 * 2 ** 20;
const oneDay = 86_400_000;

/** @param place as loaded; the folder must be examined */
export async function readFolder(client: ImapFlow, place: FolderPlace, wish: FolderWish): Promise<FolderBatch> {
  const found = await client.search({ uid: `${place.lastUid + 1}:*` }, { uid: true });
  // "5:*" also finds the last mail when its number is below 5.
  const uids = (found || []).filter((uid) => uid > place.lastUid).sort((a, b) => a - b);
  const batch: FolderBatch = { mails: [], toUid: place.lastUid, isWhole: true };
  let bytes = 0;
  for (const [index, uid] of uids.entries()) {
    if (index >= mailsAtOnce || bytes >= bytesAtOnce || (index > 0 && wish.now() >= wish.until)) {
      batch.isWhole = false;
      break;
    }
    const wanted = { internalDate: true, source: { start: 0, maxLength: mostBytes } };
    const mail = await client.fetchOne(String(uid), wanted, { uid: true });
    batch.toUid = uid;
    // Deleted between the two questions.
    if (!mail || mail.source === undefined) continue;
    bytes += mail.source.length;
    const read = await readOneMail(mail.source, { ...wish, where: `${place.path}, mail ${uid}` });
    batch.mails.push(boundTimes(read, mail.internalDate));
  }
  return batch;
}

/** The sender's clock counts, unless it lies more than a day from the arrival. */
function boundTimes(read: MailRead, arrived: Date | string | undefined): MailRead {
  const arrival = arrived === undefined ? Number.NaN : new Date(arrived).getTime();
  if (Number.isNaN(arrival)) return read;
  const pieces = read.pieces.map((one) => {
    const said = one.message.at === null ? Number.NaN : Date.parse(one.message.at);
    if (Math.abs(said - arrival) <= oneDay) return one;
    return { ...one, message: { ...one.message, at: new Date(arrival).toISOString() } };
  });
  return { ...read, pieces };
}
