/** What a person can do about a newer scorer: score again with it, stop for a while, go on. */
import { RapportError, type RescoreRun } from '@rapport/contract';
import { askForFocus } from '../store/focus.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db, Store } from '../store/open-store.ts';
import {
  changeRescore,
  countBehind,
  createRescore,
  findOpenRescore,
  loadRescore,
  lockRescore,
  type Rescore,
} from '../store/rescores.ts';
import { holdScorerChoice } from '../store/scorer-versions.ts';
import type { Jobs } from './open-jobs.ts';
import { refreshFocus } from './refresh-focus.ts';
import { goOnRescoring } from './rescore-conversations.ts';

export interface RescoreActionParts {
  store: Store;
  jobs: Jobs;
  workspace: number;
  /** The version to score with: that of this server or command. */
  scorerVersion: string;
}

export interface RescoreActions {
  /**
   * Begins, or goes on with the one that is open. One that was meant for another version is replaced: what it has done
   * stays until this one has scored it too.
   *
   * @returns null when no conversation is behind
   */
  start(): Promise<RescoreRun | null>;
  /** @throws RapportError `not-found` */
  pause(rescoreId: number): Promise<RescoreRun>;
  /** @throws RapportError `not-found`, or `conflict` when it is meant for another version */
  resume(rescoreId: number): Promise<RescoreRun>;
}

export function createRescoreActions(parts: RescoreActionParts): RescoreActions {
  const { store, workspace } = parts;
  const change = (id: number, work: (db: Db, found: Rescore) => Promise<void>): Promise<RescoreRun> =>
    inWorkspace(store, workspace, async (db) => {
      const found = await lockRescore(db, workspace, id);
      if (found !== null) await work(db, found);
      const run = found === null ? null : await loadRescore(db, workspace, id);
      if (run === null) throw noSuchRescore();
      return run;
    });
  return {
    start: () =>
      inWorkspace(store, workspace, async (db) => {
        await holdScorerChoice(db, workspace);
        const id = await begin(parts, db);
        return id === null ? null : loadRescore(db, workspace, id);
      }),
    pause: (id) =>
      change(id, async (db, { state }) => {
        if (state === 'running') await changeRescore(db, workspace, id, { state: 'paused' });
      }),
    resume: (id) => change(id, (db, found) => goOn(parts, db, found)),
  };
}

async function begin(parts: RescoreActionParts, db: Db): Promise<number | null> {
  const { workspace, scorerVersion, jobs } = parts;
  const open = await findOpenRescore(db, workspace);
  if (open?.scorerVersion === scorerVersion) {
    const found = await lockRescore(db, workspace, open.id);
    if (found !== null) await goOn(parts, db, found);
    return open.id;
  }
  if (open !== null) await changeRescore(db, workspace, open.id, { state: 'replaced' });
  const toScore = await countBehind(db, workspace, scorerVersion);
  if (toScore === 0) {
    // A focus that was held back by the one that was open is found now.
    if (open !== null) await findFocusAgain(jobs, db, workspace);
    return null;
  }
  const created = await createRescore(db, workspace, { scorerVersion, toScore });
  await goOnRescoring(parts, db, workspace, created);
  return created.id;
}

/** The next piece is asked for in any case: one that was lost is found again so, and a second one does no harm. */
async function goOn(parts: RescoreActionParts, db: Db, found: Rescore): Promise<void> {
  const { workspace, scorerVersion, jobs } = parts;
  if (found.state === 'done' || found.state === 'replaced') return;
  if (found.state === 'finding') return findFocusAgain(jobs, db, workspace);
  if (found.scorerVersion !== scorerVersion) {
    throw new RapportError('conflict', {
      what: `This was meant for the scorer ${found.scorerVersion}; here runs ${scorerVersion}.`,
      why: 'A conversation keeps the version that really read it.',
      wayOut: 'Score again: that begins anew with the version that runs here.',
    });
  }
  await changeRescore(db, workspace, found.id, { state: 'running', note: null });
  await goOnRescoring(parts, db, workspace, found);
}

async function findFocusAgain(jobs: Jobs, db: Db, workspace: number): Promise<void> {
  await askForFocus(db, workspace);
  await jobs.sendUnlessWaiting(db, refreshFocus, { workspaceId: workspace, importId: null });
}

const noSuchRescore = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such rescore.',
    wayOut: 'The state of scoring names the open one.',
  });
