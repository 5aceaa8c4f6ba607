/** Prepared lines → fragments and problems: here the time zone, the own domains and the confirmed roles come in. */
import type { AuthorRole, IntakePlan, Message } from '@rapport/contract';
import { decodeText } from '../decode-text.ts';
import { excerpt } from '../excerpt.ts';
import { readChannel } from '../fields/read-channel.ts';
import { guessRole } from '../fields/read-role.ts';
import { readTime } from '../fields/read-time.ts';
import { checkHead, checkMessage } from '../json/check-texts.ts';
import { scanLines } from '../json/scan-lines.ts';
import { makeProblem, type ProblemCode } from '../problem.ts';
import type { ReadOptions } from '../read-options.ts';
import type { ConversationHead, IntakeRecord, OpenBytes } from '../record.ts';
import { createWarnOnce } from '../warn-once.ts';
import type { PreparedLine, PreparedMessage } from './prepared-line.ts';

export async function* readPrepared(open: OpenBytes, plan: IntakePlan, o: ReadOptions): AsyncGenerator<IntakeRecord> {
  const warnOnce = createWarnOnce(o.fileName);
  const roles = new Map(plan.speakers?.filter(({ sure }) => sure).map((one) => [one.name, one.role]));
  const likelyOwn = new Set(
    plan.speakers?.filter(({ role, sure }) => role === 'agent' && !sure).map(({ name }) => name),
  );
  let units = o.startAt?.units ?? 0;
  const from = { fromByte: o.startAt?.byte ?? 0, fromLine: o.startAt?.line ?? 1, maxBytes: o.limits.itemBytes * 2 };
  let before = o.startAt ?? { byte: 0, line: 1, units: 0 };
  for await (const { bytes, line, endByte } of scanLines(open, from)) {
    units += 1;
    const after = { byte: endByte, line: line + 1, units };
    // Only our own unpacking wrote these lines, whole and by this type.
    const one = JSON.parse((bytes && decodeText(bytes)) ?? 'null') as PreparedLine | null;
    const file = one?.file === undefined ? o.fileName : `${o.fileName}/${one.file}`;
    const read = one === null ? broken : 'problem' in one ? one.problem : readOne(one, plan, { roles, likelyOwn }, o);
    if ('code' in read) {
      const place = {
        file,
        line: one?.line ?? line,
        column: read.column,
        ...(read.wayOut ? { wayOut: read.wayOut } : {}),
      };
      yield { kind: 'problem', problem: makeProblem(read.code, read.reason, place), after };
    } else {
      const prepared = one as PreparedMessage; // a problem was handled above
      for (const { code, column, value } of [...(prepared.warnings ?? []), ...read.warnings]) {
        const problem = warnOnce(code, value, { line: prepared.line, column });
        if (problem) yield { kind: 'problem', problem, after: before };
      }
      const { conversation, message } = read;
      const messages = [{ ...message, order: units }];
      yield { kind: 'fragment', conversation, messages, hasMessageIds: true, units: 1, line: prepared.line, after };
    }
    before = after;
  }
}

interface Refused {
  code: ProblemCode;
  column: string | null;
  reason: string;
  wayOut?: string;
}

const broken: Refused = { code: 'row-too-long', column: null, reason: 'The message is longer than a message can be.' };

interface KnownSpeakers {
  /** As a person or the source says. */
  roles: ReadonlyMap<string, AuthorRole>;
  /** Addresses that seem to be the mailbox's own. */
  likelyOwn: ReadonlySet<string>;
}

interface ReadOne {
  conversation: ConversationHead;
  message: Message;
  warnings: NonNullable<PreparedMessage['warnings']>;
}

function readOne(one: PreparedMessage, plan: IntakePlan, known: KnownSpeakers, o: ReadOptions): ReadOne | Refused {
  const said = one.message;
  if (said.text.trim() === '') return { code: 'empty-text', column: null, reason: 'The message has no words.' };
  const warnings: ReadOne['warnings'] = [];
  let at: string | null = null;
  if (said.date !== '') {
    const time = readTime(said.date, { dayFirst: plan.dayFirst ?? true, timeZone: plan.timeZone });
    if (time.kind === 'bad') {
      const reason = `“${excerpt(said.date, 60)}” is not a time that can be read.`;
      return { code: 'bad-date', column: 'Date', reason };
    }
    if (time.kind === 'instant') at = time.at;
    else warnings.push({ code: 'no-time-zone', column: 'Date', value: '' });
  }
  const { role, isGuess } = decideRole(one, known, o);
  const message: Message = {
    id: said.id,
    at,
    role,
    ...(isGuess ? { roleGuessed: true } : {}),
    author: said.author || said.authorEmail || said.authorId,
    ...(said.authorId === '' ? {} : { authorId: said.authorId }),
    ...(said.authorEmail === '' ? {} : { authorEmail: said.authorEmail }),
    ...(said.authorIsTeam && role === 'agent' ? { authorIsTeam: true } : {}),
    ...(said.signs && said.signs.length > 0 ? { signs: said.signs } : {}),
    text: said.text,
    visibility: said.isInternal ? 'internal' : 'public',
  };
  const conversation: ConversationHead = {
    id: one.conversation.id,
    ...readChannel(one.conversation.channelWord),
    subject: one.conversation.subject,
    customer: one.conversation.customer ?? (role === 'customer' ? said.authorId || said.author || null : null),
    assignee: null,
    status: null,
    tags: [],
    resolved: null,
    csatRaw: null,
    csatMax: null,
    language: null,
    outcomes: {},
  };
  return checkHead(conversation, o.limits) ?? checkMessage(message, o.limits) ?? { conversation, message, warnings };
}

/** A machine's mark, what a person confirmed, what the source says; then the own domains and the guess, which are marked. */
function decideRole(
  one: PreparedMessage,
  { roles, likelyOwn }: KnownSpeakers,
  o: ReadOptions,
): { role: AuthorRole; isGuess: boolean } {
  const { author, authorId, authorEmail } = one.message;
  if (one.role === 'bot' || one.role === 'system') return { role: one.role, isGuess: false };
  const confirmed = roles.get(authorId) ?? roles.get(authorEmail) ?? roles.get(author);
  if (confirmed) return { role: confirmed, isGuess: false };
  if (one.role) return { role: one.role, isGuess: false };
  // A mailbox under anybody's domain, or of a second brand, is known by its own mails alone.
  if (likelyOwn.has(authorEmail)) return { role: 'agent', isGuess: true };
  if (authorEmail !== '' && o.ownDomains.length > 0 && !isOfAnotherBrand(one, o)) {
    return { role: guessRole({ author, authorEmail }, { ...o, assignee: null, isFirstAuthor: null }), isGuess: true };
  }
  return { role: one.guess, isGuess: true };
}

/**
 * Whether somebody answered in a mail that no own domain is on, neither as author nor as reader: it lies in the mailbox of
 * a second brand that nobody has named yet. To take its answerers for customers would leave all of it unscored, unseen.
 */
function isOfAnotherBrand({ guess, writtenTo = [], message }: PreparedMessage, { ownDomains }: ReadOptions): boolean {
  if (guess !== 'agent' || writtenTo.length === 0) return false;
  const domains = [message.authorEmail.split('@').at(-1) ?? '', ...writtenTo];
  return !domains.some((domain) => ownDomains.includes(domain));
}
