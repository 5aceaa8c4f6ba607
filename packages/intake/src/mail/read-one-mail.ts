/** One mail as a mailbox hands it over, through the same reading as a file of mails: its own headers tell the thread. */
import type { IntakePlan, IntakeProblem } from '@rapport/contract';
import { defaultLimits, type IntakeLimits } from '../limits.ts';
import { scanMails } from '../mbox/scan-mails.ts';
import { emptyLook } from '../prepared/empty-look.ts';
import { writePreparedLine } from '../prepared/prepared-line.ts';
import { readPrepared } from '../prepared/read-prepared.ts';
import type { ConversationHead, IntakeMessage } from '../record.ts';
import { isSharedAddress, type OwnAddresses } from './mailbox-census.ts';
import { prepareMail, threadedMail } from './prepare-mails.ts';
import { readMailFacts } from './read-mail-facts.ts';
import { createThreadIndex } from './thread-index.ts';

export interface MailRead {
  /** Usually one; two where a customer's mail was forwarded with a remark. */
  pieces: { conversation: ConversationHead; message: IntakeMessage }[];
  /** Message-ID this mail answers, where it names no beginning of the thread: then that is all it says. */
  answers: string | null;
  problems: IntakeProblem[];
}

export interface ReadMailOptions {
  /** Names the mail in problems. */
  where: string;
  /** Addresses of the team, lower case. */
  ownAddresses: readonly string[];
  ownDomains: readonly string[];
  limits?: IntakeLimits;
}

export async function readOneMail(raw: Uint8Array, o: ReadMailOptions): Promise<MailRead> {
  const limits = o.limits ?? defaultLimits;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield raw;
  };
  const read: MailRead = { pieces: [], answers: null, problems: [] };
  for await (const { mail, line } of scanMails(open, { maxBytes: limits.itemBytes, isSingle: true })) {
    const facts = readMailFacts(mail.headers);
    const index = createThreadIndex();
    index.add(threadedMail(facts));
    index.close();
    if (facts.references.length === 0 && facts.inReplyTo !== '') read.answers = facts.inReplyTo;
    const lines = prepareMail({ file: null, line, mail }, index, ownOf(o.ownAddresses), limits);
    const openLines = async function* (): AsyncGenerator<Uint8Array> {
      for (const one of lines) yield writePreparedLine(one);
    };
    const options = { fileName: o.where, limits, ownDomains: o.ownDomains };
    for await (const record of readPrepared(openLines, planFor(o.ownAddresses), options)) {
      if (record.kind === 'problem') read.problems.push(record.problem);
      else {
        for (const message of record.messages) read.pieces.push({ conversation: record.conversation, message });
      }
    }
  }
  return read;
}

function ownOf(addresses: readonly string[]): OwnAddresses {
  const known = new Set(addresses);
  return { addresses: [...addresses], isOwn: (one) => known.has(one), isShared: isSharedAddress };
}

/** The team's own addresses were said by a person, so their role is no guess. */
const planFor = (addresses: readonly string[]): IntakePlan => ({
  ...emptyLook,
  ...{ format: 'eml', member: null, encoding: 'utf-8', headline: '' },
  speakers: addresses.map((name) => ({ name, role: 'agent', sure: true, turns: 0, sample: '' })),
});
