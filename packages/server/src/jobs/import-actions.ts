/** Everything a person can do to an import: send, say what is what, pause, resume, cancel, correct an author. */
import {
  type ArticleImport,
  type Author,
  type AuthorRole,
  type ImportRun,
  type ImportState,
  type NotServiceKind,
  RapportError,
} from '@rapport/contract';
import { acceptProposals } from '../store/author-activity.ts';
import { askForFocus } from '../store/focus.ts';
import { changeImport, type ImportWork, loadImport, lockImport, type SaidMapping } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadAuthor } from '../store/list-authors.ts';
import { noSuchAuthor } from '../store/merge-authors.ts';
import { sayService, sayServiceOfKind } from '../store/not-service.ts';
import type { Db, Store } from '../store/open-store.ts';
import { sayOwnDomains } from '../store/own-domains.ts';
import { countToScore, markAuthorForScoring } from '../store/score-queue.ts';
import { numberAgents, setRole } from '../store/set-author-role.ts';
import { applySaid } from './apply-said.ts';
import { removeSpooled } from './fail-import.ts';
import { findAuthors } from './find-authors.ts';
import { goOn, type ImportPayload } from './import-job.ts';
import type { JobDeclaration, JobLog } from './job.ts';
import { lookAtImport } from './look-at-import.ts';
import type { Jobs } from './open-jobs.ts';
import { readImport } from './read-import.ts';
import { type GivenArticles, receiveArticles } from './receive-articles.ts';
import { type ReceivedFile, receiveFile } from './receive-file.ts';
import { startScoring } from './score-conversations.ts';
import { settleCancelled } from './settle-cancelled.ts';
import { settleImport } from './settle-import.ts';
import type { Spool } from './spool.ts';
import { receivePeople, withPeople } from './spooled-people.ts';

export interface ImportActionParts {
  store: Store;
  spool: Spool;
  jobs: Jobs;
  workspace: number;
  log: JobLog;
}

export interface SaidAuthors {
  /** Corrections by author id; an author that is not named is right as proposed. */
  roles: Readonly<Record<string, AuthorRole>>;
  /** These and no others; as guessed when absent. */
  ownDomains?: readonly string[];
}

export interface GivenPeople {
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
  limitBytes: number;
}

export interface ImportActions {
  receive(given: ReceivedFile): Promise<ImportRun>;
  confirmMapping(importId: number, said: SaidMapping): Promise<ImportRun>;
  addPeople(importId: number, given: GivenPeople): Promise<ImportRun>;
  confirmAuthors(importId: number, said: SaidAuthors): Promise<ImportRun>;
  pause(importId: number): Promise<ImportRun>;
  resume(importId: number): Promise<ImportRun>;
  cancel(importId: number): Promise<ImportRun>;
  setAuthorRole(authorId: number, role: AuthorRole): Promise<Author>;
  confirmNotService(importId: number, said: { kind: NotServiceKind; isService: boolean }): Promise<void>;
  setService(conversationId: number, notService: NotServiceKind | null): Promise<void>;
  receiveArticles(given: GivenArticles): Promise<ArticleImport>;
}

export function createImportActions(parts: ImportActionParts): ImportActions {
  const change = (importId: number, work: (db: Db, found: ImportWork) => Promise<void>): Promise<ImportRun> =>
    changeOne(parts, importId, work);
  return {
    receive: async (given) => {
      const importId = await receiveFile(parts, given);
      return change(importId, async () => {});
    },
    confirmMapping: (importId, said) => change(importId, (db, found) => confirmMapping(parts, db, found, said)),
    addPeople: (importId, given) => addPeople(parts, importId, given),
    confirmAuthors: (importId, said) => change(importId, (db, found) => confirmAuthors(parts, db, found, said)),
    pause: (importId) => change(importId, (db, found) => pause(parts, db, found)),
    resume: (importId) => change(importId, (db, found) => resume(parts, db, found)),
    cancel: async (importId) => {
      const run = await change(importId, (db, found) => cancel(parts, db, found));
      await removeSpooled(parts, importId);
      return run;
    },
    setAuthorRole: (authorId, role) => setAuthorRole(parts, authorId, role),
    confirmNotService: async (importId, said) => {
      await change(importId, async (db) => {
        await sayServiceOfKind(db, parts.workspace, { importId, ...said });
        if (said.isService) await rescore(parts, db);
      });
    },
    setService: (conversationId, notService) => setService(parts, conversationId, notService),
    receiveArticles: (given) => receiveArticles(parts, given),
  };
}

/** @throws RapportError `not-found` */
async function changeOne(
  { store, workspace }: ImportActionParts,
  importId: number,
  work: (db: Db, found: ImportWork) => Promise<void>,
): Promise<ImportRun> {
  return inWorkspace(store, workspace, async (db) => {
    const found = await lockImport(db, workspace, importId);
    if (found !== null) await work(db, found);
    const run = found === null ? null : await loadImport(db, workspace, importId);
    if (run === null)
      throw new RapportError('not-found', {
        what: 'There is no such import.',
        wayOut: 'The list of imports shows all.',
      });
    return run;
  });
}

async function confirmMapping(parts: ImportActionParts, db: Db, found: ImportWork, said: SaidMapping): Promise<void> {
  if (found.state !== 'needs-mapping')
    throw tooLate(found.state, 'The columns can only be named before the file is read.');
  const plan = applySaid(found.plan, said);
  await changeImport(db, parts.workspace, found.id, { said, plan, state: 'reading' });
  await goOn(parts, db, parts.workspace, found, readImport);
}

/** The file is taken in first, outside of any lock: a slow line must hold up nobody. */
async function addPeople(parts: ImportActionParts, importId: number, given: GivenPeople): Promise<ImportRun> {
  let key: Buffer | null = null;
  await changeOne(parts, importId, async (_, found) => {
    if (found.state !== 'needs-mapping')
      throw tooLate(found.state, 'People can only be named before the file is read.');
    key = found.spoolKey;
  });
  if (key === null) throw new Error(`import ${importId} waits for its people without a key`);
  const people = await receivePeople(parts.spool, { importId, key }, given);
  return changeOne(parts, importId, async (db, found) => {
    if (found.state !== 'needs-mapping' || found.plan === null)
      throw tooLate(found.state, 'It went on while the people were sent.');
    await changeImport(db, parts.workspace, importId, { plan: withPeople(found.plan, people) });
  });
}

async function confirmAuthors(
  parts: ImportActionParts,
  db: Db,
  found: ImportWork,
  { roles, ownDomains }: SaidAuthors,
): Promise<void> {
  if (found.state !== 'who-is-who') throw tooLate(found.state, 'Who is who is confirmed between reading and scoring.');
  const { workspace } = parts;
  if (ownDomains !== undefined) await sayOwnDomains(db, workspace, ownDomains);
  for (const [authorId, role] of Object.entries(roles)) await correct(db, workspace, Number(authorId), role);
  await acceptProposals(db, workspace, { importId: found.id });
  await numberAgents(db, workspace);
  await startScoring(parts, db, { workspaceId: workspace, importId: found.id });
  // Corrections reach into earlier imports; what was scored there before is scored again beside this import.
  if ((await countToScore(db, workspace, null)) > 0) await rescore(parts, db);
}

const goingOn: readonly ImportState[] = ['looking', 'needs-mapping', 'reading', 'who-is-who', 'scoring'];

async function pause({ workspace }: ImportActionParts, db: Db, found: ImportWork): Promise<void> {
  if (found.state === 'paused') return;
  if (!goingOn.includes(found.state)) throw tooLate(found.state, 'Only an import that is going on can be paused.');
  await changeImport(db, workspace, found.id, { state: 'paused', pausedFrom: found.state });
}

/** A new piece is asked for in any case: one that was under way when the pause came has ended without a successor. */
async function resume(parts: ImportActionParts, db: Db, found: ImportWork): Promise<void> {
  if (found.state !== 'paused') return;
  const { workspace } = parts;
  const state = found.pausedFrom ?? 'looking';
  await changeImport(db, workspace, found.id, { state, pausedFrom: null });
  if (state === 'scoring') await startScoring(parts, db, { workspaceId: workspace, importId: found.id });
  const next = pieces.find(({ name }) => name === found.checkpoint.job);
  if (next !== undefined && ['looking', 'reading'].includes(state)) await goOn(parts, db, workspace, found, next);
}

/** Jobs by which an import goes on; in the other states it waits for a person, or scores. */
const pieces: readonly JobDeclaration<ImportPayload>[] = [lookAtImport, readImport, settleImport, findAuthors];

async function cancel(parts: ImportActionParts, db: Db, found: ImportWork): Promise<void> {
  if (['done', 'cancelled', 'failed'].includes(found.state)) return;
  const { workspace } = parts;
  await changeImport(db, workspace, found.id, {
    state: 'cancelled',
    finished: true,
    forgetSpoolKey: true,
    pausedFrom: null,
  });
  if (found.checkpoint.position === null) return;
  await parts.jobs.send(db, settleCancelled, { workspaceId: workspace, importId: found.id });
}

async function setAuthorRole(parts: ImportActionParts, authorId: number, role: AuthorRole): Promise<Author> {
  const { store, workspace } = parts;
  return inWorkspace(store, workspace, async (db) => {
    await correct(db, workspace, authorId, role);
    await numberAgents(db, workspace);
    await rescore(parts, db);
    return loadAuthor(db, workspace, authorId);
  });
}

/** @throws RapportError `not-found` */
async function setService(
  parts: ImportActionParts,
  conversationId: number,
  notService: NotServiceKind | null,
): Promise<void> {
  await inWorkspace(parts.store, parts.workspace, async (db) => {
    const isThere = await sayService(db, parts.workspace, { id: conversationId, kind: notService });
    if (!isThere) {
      throw new RapportError('not-found', {
        what: 'There is no such conversation.',
        wayOut: 'It may have been removed; the list shows what is here.',
      });
    }
    await rescore(parts, db);
  });
}

/** @throws RapportError `not-found` */
async function correct(db: Db, workspace: number, authorId: number, role: AuthorRole): Promise<void> {
  const changed = await setRole(db, workspace, authorId, role);
  if (changed === null) throw noSuchAuthor();
  if (changed) await markAuthorForScoring(db, workspace, authorId);
}

async function rescore(parts: ImportActionParts, db: Db): Promise<void> {
  await askForFocus(db, parts.workspace);
  await startScoring(parts, db, { workspaceId: parts.workspace, importId: null });
}

const tooLate = (state: ImportState, why: string): RapportError =>
  new RapportError('conflict', { what: `This import is in the state “${state}”.`, why, wayOut: 'Look at it again.' });
