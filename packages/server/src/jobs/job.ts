/** A job is a declaration: name, what it carries (ids only), handler. Every handler is safe to run twice. */
import type { Focus } from '@rapport/contract';
import type { FocusInput } from '@rapport/insight';
import type { z } from 'zod';
import type { MailDoors } from '../notify/open-mail.ts';
import type { Outside } from '../outbound/open-outside.ts';
import type { Store } from '../store/open-store.ts';
import type { Jobs } from './open-jobs.ts';
import type { Scorer } from './scorer.ts';
import type { Spool } from './spool.ts';

export interface JobLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Everything a handler may reach. */
export interface JobContext {
  store: Store;
  spool: Spool;
  jobs: Jobs;
  log: JobLog;
  scorer: Scorer;
  /** ISO 639-1 code of a text, or null when it cannot be told. */
  languageOf: (text: string) => string | null;
  findFocus: (input: FocusInput) => Focus;
  outside: Outside;
  mail: MailDoors;
  /** Milliseconds, for the length of a piece. */
  now: () => number;
}

export interface JobDeclaration<P> {
  name: string;
  payload: z.ZodType<P>;
  /**
   * `piece`: over within a few seconds; whoever holds one longer than 20 seconds is taken for dead and it is given to
   * somebody else. `long`: as long as it needs; its worker is alive while its database connection is.
   */
  length: 'piece' | 'long';
  /**
   * How often it is taken up before it is given up; twenty times unless said. What reads foreign bytes says fewer: a file
   * that ends one worker will end the next one too, and others wait behind it.
   */
  tries?: number;
  /** `spool`: only workers that see the data folder the file lies in. */
  place: 'anywhere' | 'spool';
  handle: (context: JobContext, payload: P) => Promise<void>;
}

export const declareJob = <P>(job: JobDeclaration<P>): JobDeclaration<P> => job;

/** For jobs that read a file. Each piece of an import is counted by itself. */
export const triesOfReading = 5;

/** A piece stops taking new batches after so long; with its last batch it stays far below the 20 seconds. */
export const pieceMilliseconds = 5_000;
