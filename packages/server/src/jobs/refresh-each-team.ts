/** What the jobs over a workspace's teams have in common: one team after the other, and nothing kept that is of yesterday's team. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type AnswersOfTeam, listTeamPeople, saveAnswersOfTeam, type TeamPeople } from '../store/answers-of-teams.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import type { JobContext } from './job.ts';

/** @param refresh of one team; the teams are those there are when it begins */
export async function refreshEachTeam(
  { store }: Pick<JobContext, 'store'>,
  workspace: number,
  refresh: (team: TeamPeople) => Promise<void>,
): Promise<void> {
  for (const team of await inWorkspace(store, workspace, (db) => listTeamPeople(db, workspace))) {
    await refresh(team);
    // Between two teams the worker's other threads of work get their turn.
    await breathe();
  }
}

/**
 * Keeps what was found of a team, unless its people or the scorer whose focus is read changed meanwhile: whoever changed
 * them has asked for it anew, and numbers of other people must not stand under its name.
 */
export async function keepAnswersOfTeam(
  db: Db,
  workspace: number,
  { team, answers, found, scorerVersion }: FoundOfTeam,
): Promise<void> {
  await holdScorerChoice(db, workspace);
  const { version } = await planFocus(db, workspace, scorerVersion);
  if (version !== found) return;
  const now = (await listTeamPeople(db, workspace)).find(({ id }) => id === team.id);
  if (JSON.stringify(now?.authors) !== JSON.stringify(team.authors)) return;
  await saveAnswersOfTeam(db, workspace, { team: team.id, answers, scorerVersion: found });
}

interface FoundOfTeam {
  team: TeamPeople;
  answers: AnswersOfTeam;
  /** The version of the scorer whose scores were read. */
  found: string;
  /** The version that scores now. */
  scorerVersion: string;
}
