/** An mbox file → one fragment a mail; mails belong together by References, then In-Reply-To. */
import type { IntakePlan, Message } from '@rapport/contract';
import PostalMime, { type Email } from 'postal-mime';
import { excerpt } from '../excerpt.ts';
import { guessRole } from '../fields/read-role.ts';
import { readTime } from '../fields/read-time.ts';
import { checkHead, checkMessage } from '../json/check-texts.ts';
import { makeProblem, type ProblemCode } from '../problem.ts';
import type { ReadOptions } from '../read-options.ts';
import type { ConversationHead, IntakeRecord, OpenBytes } from '../record.ts';
import { type MailHeaders, readHeaders } from './read-headers.ts';
import { type ScannedMail, scanMails } from './scan-mails.ts';

/** Threads and first writers are known only from the beginning, so going on reads the headers before it again. */
export async function* readMbox(open: OpenBytes, plan: IntakePlan, o: ReadOptions): AsyncGenerator<IntakeRecord> {
  const rootOf = new Map<string, string>();
  const firstWriters = new Map<string, string>();
  let units = 0;
  for await (const mail of scanMails(open, { fromByte: 0, fromLine: 1, maxBytes: o.limits.itemBytes })) {
    units += 1;
    const after = { byte: mail.endByte, line: mail.endLine, units };
    const headers = mail.bytes === null ? null : readHeaders(mail.bytes);
    const root = headers ? findRoot(headers, rootOf, units) : '';
    if (headers && !headers.isAutomatic && !firstWriters.has(root)) firstWriters.set(root, headers.fromAddress);
    if (mail.endByte <= (o.startAt?.byte ?? 0)) continue;
    const isFirstAuthor = headers?.fromAddress === firstWriters.get(root);
    const read = headers
      ? await readMail(mail, { headers, root, units, isFirstAuthor, plan, o })
      : { code: 'row-too-long' as const, column: null, reason: 'The mail is longer than a mail can be.' };
    if ('code' in read) {
      const problem = makeProblem(read.code, read.reason, { file: o.fileName, line: mail.line, column: read.column });
      yield { kind: 'problem', problem, after };
    } else {
      const messages = [{ ...read.message, order: units }];
      const { conversation, hasMessageIds } = read;
      yield { kind: 'fragment', conversation, messages, hasMessageIds, units: 1, line: mail.line, after };
    }
  }
}

function findRoot(headers: MailHeaders, rootOf: Map<string, string>, unit: number): string {
  const parent = headers.references[0] ?? headers.inReplyTo;
  const known = [...headers.references.toReversed(), headers.inReplyTo].find((id) => rootOf.has(id));
  const root = (known && rootOf.get(known)) || parent || headers.messageId || `mail-${unit}`;
  if (headers.messageId !== '') rootOf.set(headers.messageId, root);
  return root;
}

interface MailContext {
  headers: MailHeaders;
  root: string;
  units: number;
  isFirstAuthor: boolean;
  plan: IntakePlan;
  o: ReadOptions;
}

interface MailRead {
  conversation: ConversationHead;
  message: Message;
  hasMessageIds: boolean;
}

interface MailRefused {
  code: ProblemCode;
  column: string | null;
  reason: string;
}

async function readMail(mail: ScannedMail, context: MailContext): Promise<MailRead | MailRefused> {
  const { headers, root, plan, o } = context;
  let email: Email;
  try {
    email = await PostalMime.parse(mail.bytes ?? new Uint8Array(0), { maxNestingDepth: 32 });
  } catch {
    return { code: 'bad-mail', column: null, reason: 'The parts of this mail cannot be taken apart.' };
  }
  const time = readTime(headers.date, { dayFirst: true, timeZone: plan.timeZone });
  if (headers.date !== '' && time.kind === 'bad') {
    return {
      code: 'bad-date',
      column: 'Date',
      reason: `“${excerpt(headers.date, 60)}” is not a time that can be read.`,
    };
  }
  const address = (email.from?.address ?? headers.fromAddress).toLowerCase();
  const author = email.from?.name || address;
  const role = headers.isAutomatic
    ? 'bot'
    : guessRole({ author, authorEmail: address }, { ...o, assignee: null, isFirstAuthor: context.isFirstAuthor });
  const message: Message = {
    id: headers.messageId || `mail-${context.units}`,
    at: time.kind === 'instant' ? time.at : null,
    role,
    ...(headers.isAutomatic ? {} : { roleGuessed: true }),
    author,
    ...(address === '' ? {} : { authorEmail: address, authorId: address }),
    // Mail programs send the same words twice; the plain form goes first, and HTML alone is kept as it was sent.
    text: email.text?.trim() ? email.text : (email.html ?? email.text ?? ''),
    visibility: 'public',
  };
  const conversation: ConversationHead = {
    id: root,
    channel: 'email',
    subject: email.subject ?? '',
    customer: role === 'customer' ? address || null : null,
    assignee: null,
    status: null,
    tags: [],
    resolved: null,
    csatRaw: null,
    csatMax: null,
    language: null,
    outcomes: {},
  };
  const bad = checkHead(conversation, o.limits) ?? checkMessage(message, o.limits);
  return bad ?? { conversation, message, hasMessageIds: headers.messageId !== '' };
}
