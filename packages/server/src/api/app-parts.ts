/** What the API is built from; everything is handed in, so that a test can hand in its own. */
import type { ArticleImport, Author, AuthorRole, ImportRun, NotServiceKind } from '@rapport/contract';
import type { Random } from '@rapport/statistics';
import type { Accounts } from '../accounts/open-accounts.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { RescoreActions } from '../jobs/rescore-actions.ts';
import type { Judge } from '../judge/open-judge.ts';
import type { MailDoors } from '../notify/open-mail.ts';
import type { Outside } from '../outbound/open-outside.ts';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import type { SaidMapping } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db, Store } from '../store/open-store.ts';
import type { Person } from './permit.ts';

export interface AppParts {
  store: Pick<Store, 'db'>;
  accounts: Accounts;
  /** What changes things is made for one workspace: that of the person who asks, never another. */
  importsOf: (workspace: number) => ImportActions;
  rescoresOf: (workspace: number) => RescoreActions;
  jobs: Jobs;
  outside: Outside;
  mail: MailDoors;
  importNotices: ImportNotices;
  importSample: (workspace: number) => Promise<ImportRun>;
  judgeOf: (workspace: number) => Judge;
  version: string;
  scorerVersion: string;
  now: () => Date;
  /** A fresh generator and the seed it can be made again from. */
  createSeeded: () => { seed: number; random: Random };
  /** Largest upload. */
  uploadLimitBytes: number;
}

/** Everything that changes an import; each answers with the import as it then is. */
export interface ImportActions {
  /**
   * Takes a file into the spool and asks for its first look; answers once every byte is on the disk.
   * @throws RapportError `too-large`
   */
  receive(given: ReceivedFile): Promise<ImportRun>;
  confirmMapping(importId: number, said: SaidMapping): Promise<ImportRun>;
  /** Takes in the list of people beside a file that names its authors by number. */
  addPeople(
    importId: number,
    given: { fileName: string; bytes: AsyncIterable<Uint8Array>; limitBytes: number },
  ): Promise<ImportRun>;
  /** Corrections by author id, and the team's own domains; what is not named is right as proposed. */
  confirmAuthors(
    importId: number,
    said: { roles: Readonly<Record<string, AuthorRole>>; ownDomains?: readonly string[] },
  ): Promise<ImportRun>;
  pause(importId: number): Promise<ImportRun>;
  resume(importId: number): Promise<ImportRun>;
  cancel(importId: number): Promise<ImportRun>;
  /** Corrects who an author is and asks for their conversations to be scored again. */
  setAuthorRole(authorId: number, role: AuthorRole): Promise<Author>;
  /** Says of a whole kind in an import whether it is service, and asks for it to be scored then. */
  confirmNotService(importId: number, said: { kind: NotServiceKind; isService: boolean }): Promise<void>;
  /** The same of one conversation; null: it is service. */
  setService(conversationId: number, notService: NotServiceKind | null): Promise<void>;
  /**
   * Takes a file of articles into the spool and asks for it to be read; answers once every byte is on the disk.
   * @throws RapportError `too-large`
   */
  receiveArticles(given: ReceivedArticles): Promise<ArticleImport>;
}

export interface ReceivedArticles {
  fileName: string;
  /** Empty: named by its format. */
  helpCentre: string;
  /** Only some of the articles: none is marked as gone. */
  isPart: boolean;
  bytes: AsyncIterable<Uint8Array>;
  limitBytes: number;
  by: string;
  now: Date;
}

export interface ReceivedFile {
  fileName: string;
  /** Absent: named by the format. */
  source?: string;
  bytes: AsyncIterable<Uint8Array>;
  limitBytes: number;
  autoConfirm: boolean;
  isSample: boolean;
  /** What the sender already knows of the file, such as its time zone. */
  said?: SaidMapping;
}

/** Tells when an import changed. A notice may be lost; whoever waits looks again after a while all the same. */
export interface ImportNotices {
  /** @returns stop listening */
  listen(importId: number, told: () => void): () => void;
}

/** Writes down what was done, once it is done by work that has a transaction of its own. */
export function noteDone(parts: Pick<AppParts, 'store'>, person: Person, note: AuditNote): Promise<void> {
  return ask(parts, person, (db) => writeAudit(db, person, note));
}

/** Runs a question to the store in the workspace of whoever asks. */
export function ask<T>(
  { store }: Pick<AppParts, 'store'>,
  { workspace }: Pick<Person, 'workspace'>,
  question: (db: Db, workspace: number) => Promise<T>,
): Promise<T> {
  return inWorkspace(store, workspace, (db) => question(db, workspace));
}
