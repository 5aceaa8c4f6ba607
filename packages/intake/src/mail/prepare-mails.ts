/**
 * The mails of a mailbox → one prepared line a mail. The first pass reads the headers alone, to learn which mails belong
 * together and whose mailbox it is; the second reads the texts, one mail at a time. Memory does not grow with the size of
 * the file but with the number of its mails, by about 130 bytes each.
 */

import { excerpt } from '../excerpt.ts';
import type { IntakeLimits } from '../limits.ts';
import { type PreparedLine, type PreparedMessage, writePreparedLine } from '../prepared/prepared-line.ts';
import type { CollectedMail } from './collect-parts.ts';
import { isByMachine } from './find-mail-signs.ts';
import { findSignOff, isPersonName } from './find-sign-off.ts';
import { hashText } from './hash-text.ts';
import { readMailText } from './mail-text.ts';
import { createMailboxCensus, type OwnAddresses } from './mailbox-census.ts';
import { type MailFacts, readMailFacts } from './read-mail-facts.ts';
import { splitForward } from './split-forward.ts';
import { createThreadIndex, idOf, type ThreadedMail, type ThreadIndex } from './thread-index.ts';

export interface FoundMail {
  /** File inside an archive of several, or null. */
  file: string | null;
  line: number;
  mail: CollectedMail;
}

/** Opens the mails from the start; called once for each pass. */
export type OpenMails = (o: { maxBytes: number; headersOnly: boolean }) => AsyncIterable<FoundMail>;

export interface MailboxLook {
  mails: number;
  index: ThreadIndex;
  own: OwnAddresses;
  dates: string[];
}

const datesKept = 200;

/** The first pass. `most` ends it early, for a look at the beginning alone. */
export async function lookThroughMails(open: OpenMails, limits: IntakeLimits, most = Infinity): Promise<MailboxLook> {
  const index = createThreadIndex();
  const census = createMailboxCensus();
  const dates: string[] = [];
  let mails = 0;
  for await (const { mail } of open({ maxBytes: limits.itemBytes, headersOnly: true })) {
    mails += 1;
    if (mail.broken === 'no-mail') continue;
    const facts = readMailFacts(mail.headers);
    index.add(threadedMail(facts));
    census.add(facts);
    if (dates.length < datesKept && facts.date !== '') dates.push(facts.date);
    if (mails >= most) break;
  }
  index.close();
  return { mails, index, own: census.result(), dates };
}

export async function* prepareMails(open: OpenMails, limits: IntakeLimits): AsyncGenerator<Uint8Array> {
  const { index, own } = await lookThroughMails(open, limits);
  for await (const found of open({ maxBytes: limits.itemBytes, headersOnly: false })) {
    for (const line of prepareMail(found, index, own, limits)) yield writePreparedLine(line);
  }
}

export const threadedMail = (facts: MailFacts): ThreadedMail => ({
  ...facts,
  time: Date.parse(facts.date),
  isByMachine: isByMachine(facts.signs),
});

export function prepareMail(
  found: FoundMail,
  index: ThreadIndex,
  own: OwnAddresses,
  limits: IntakeLimits,
): PreparedLine[] {
  const place = { ...(found.file === null ? {} : { file: found.file }), line: found.line };
  const { mail } = found;
  if (mail.broken !== null) {
    const code = mail.broken === 'too-long' ? 'row-too-long' : 'bad-mail';
    return [{ ...place, problem: { code, column: null, reason: brokenWords[mail.broken] } }];
  }
  const read = readMailText(mail);
  if ('unreadable' in read) {
    const name = excerpt(read.unreadable, 40);
    const reason = `The mail is written in the character set “${name}”, which is not read.`;
    const wayOut = 'Open it in the mail program and send or export it again as UTF-8; the other mails were kept.';
    return [{ ...place, problem: { code: 'bad-encoding', column: 'Content-Type', reason, wayOut } }];
  }
  const facts = readMailFacts(mail.headers);
  const threaded = threadedMail(facts);
  const thread = index.threadOf(threaded);
  const isOwn = own.isOwn(facts.from.address);
  const guess = own.addresses.length > 0 ? (isOwn ? 'agent' : 'customer') : thread.isFirstAuthor ? 'customer' : 'agent';
  const id = facts.messageId || `${idOf(threaded)}-${hashText(read.text).toString(36)}`;
  const conversation = { id: thread.id, subject: facts.subject, channelWord: 'email' };
  const line: PreparedMessage = {
    ...place,
    conversation,
    message: {
      id,
      date: dateInThread(facts.date, threaded.time, thread.answersTime),
      ...authorOf(facts, guess === 'agent' && own.isShared(facts.from.address), read.text),
      authorEmail: facts.from.address,
      text: read.text,
      ...(facts.signs.length > 0 ? { signs: facts.signs } : {}),
    },
    ...(isByMachine(facts.signs) ? { role: 'bot' as const } : {}),
    guess,
    writtenTo: domainsOf(facts.to),
    warnings: mail.leftOut
      .filter((name) => /winmail\.dat|ms-tnef/i.test(name))
      .map(() => ({ code: 'part-left-out' as const, column: 'winmail.dat', value: 'winmail.dat' })),
  };
  const isAmongStaff = isOwn && facts.to.length > 0 && facts.to.every((address) => own.isOwn(address));
  if (!isAmongStaff || line.role || read.text.length > limits.cellBytes) return [line];
  const inner = splitForward(read.text);
  if (!inner || own.isOwn(inner.from.address)) return [line];
  return forwardedLines(line, inner);
}

const brokenWords = {
  'too-long': 'The texts of the mail are longer than a mail can be.',
  'too-many-parts': 'The mail has more than 1,000 parts.',
  'no-mail': 'The file is called a mail, and no header of one is in it.',
};

const clocksApart = 5 * 60_000;

/** Two clocks are rarely the same: an answer is never older than what it answers, or both would change places. */
function dateInThread(date: string, time: number, answersTime: number | null): string {
  if (answersTime === null || !(time < answersTime) || answersTime - time >= clocksApart) return date;
  return new Date(answersTime + 1000).toISOString();
}

const mostDomains = 20;
const domainsOf = (addresses: readonly string[]): string[] =>
  [...new Set(addresses.map((address) => address.split('@').at(-1) ?? ''))].slice(0, mostDomains);

/** First the customer's mail, then, as a note among colleagues, what the forwarder said about it. */
function forwardedLines(line: PreparedMessage, inner: NonNullable<ReturnType<typeof splitForward>>): PreparedLine[] {
  const customer: PreparedMessage = {
    ...line,
    conversation: { ...line.conversation, customer: inner.from.address },
    message: {
      id: `${line.message.id}#forwarded`,
      date: inner.date,
      author: inner.from.name || inner.from.address,
      authorId: inner.from.address,
      authorEmail: inner.from.address,
      text: inner.text,
      signs: ['forward'],
    },
    guess: 'customer',
  };
  if (inner.note === '') return [customer];
  const note = { ...line, warnings: [], message: { ...line.message, text: inner.note, isInternal: true } };
  return [customer, note];
}

/** Behind a shared address: who signed, initials, the display name; else the mailbox itself, which is nobody. */
function authorOf(
  { from, sender }: MailFacts,
  isShared: boolean,
  text: string,
): Pick<PreparedMessage['message'], 'author' | 'authorId' | 'authorIsTeam'> {
  if (!isShared) return { author: from.name || from.address, authorId: from.address };
  const name = findSignOff(text)?.name ?? (isPersonName(from.name) ? from.name : null);
  if (name) return { author: name, authorId: `${from.address}#${name.toLowerCase()}` };
  if (sender !== '' && sender !== from.address) return { author: sender, authorId: sender };
  return { author: from.name || from.address, authorId: from.address, authorIsTeam: true };
}
