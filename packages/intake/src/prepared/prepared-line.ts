/**
 * What unpacking makes of a source in which one message cannot be understood without the whole (mails of a thread,
 * messages of a chat that has no conversations): one JSON line a message, with the conversation it belongs to. Reading
 * then goes on from any line.
 */
import type { AuthorRole, MessageSign } from '@rapport/contract';
import type { ProblemCode } from '../problem.ts';

export interface PreparedMessage {
  /** File inside the archive, where there are several. */
  file?: string;
  /** Line or place in that file, from 1. */
  line: number;
  conversation: { id: string; subject: string; channelWord: string; customer?: string };
  message: {
    id: string;
    /** As written; read with the zone that a person may name later. */
    date: string;
    author: string;
    authorId: string;
    authorEmail: string;
    authorIsTeam?: boolean;
    text: string;
    isInternal?: boolean;
    signs?: MessageSign[];
  };
  /** What the source itself says about the author. */
  role?: AuthorRole;
  /** Who it is, should nothing better be known: from the addresses of the mailbox, or from who wrote first. */
  guess: AuthorRole;
  /** For mail: the domains it was written to, each once. */
  writtenTo?: string[];
  warnings?: { code: ProblemCode; column: string; value: string }[];
}

export interface PreparedProblem {
  file?: string;
  line: number;
  problem: { code: ProblemCode; column: string | null; reason: string; wayOut?: string };
}

export type PreparedLine = PreparedMessage | PreparedProblem;

const encoder = new TextEncoder();

/** JSON holds half a surrogate pair as an escape, so that such a text reaches the check that refuses it by name. */
export const writePreparedLine = (line: PreparedLine): Uint8Array => encoder.encode(`${JSON.stringify(line)}\n`);
