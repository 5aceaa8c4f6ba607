/**
 * Counts the reasons of each team anew, after those of everybody: the groups are everybody's, because few conversations
 * make none, and how often they come up is the team's own. A team of one or two people has none, since they would be a
 * person's.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { floors } from '@rapport/contract';
import { z } from 'zod';
import { listTeamPeople, saveAnswersOfTeam, type TeamPeople } from '../store/answers-of-teams.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { findReasons } from './find-reasons.ts';
import { declareJob, type JobContext } from './job.ts';

const payload = z.object({ workspaceId: z.int() });

export const refreshReasonsOfTeams = declareJob<z.infer<typeof payload>>({
  name: 'refresh-reasons-of-teams',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    const teams = await inWorkspace(context.store, workspaceId, (db) => listTeamPeople(db, workspaceId));
    for (const team of teams) {
      if (team.authors.length >= floors.peopleForTeamNumbers) await refreshTeam(context, workspaceId, team);
      // Between two teams the worker's other threads of work get their turn.
      await breathe();
    }
  },
});

async function refreshTeam(
  { store, scorer }: Pick<JobContext, 'store' | 'scorer'>,
  workspace: number,
  { id, authors }: TeamPeople,
): Promise<void> {
  await inWorkspace(store, workspace, async (db) => {
    const everybodys = await loadTeamAnswer(db, workspace, 'reasons');
    const { version } = await planFocus(db, workspace, scorer.version);
    // Before everybody's are found, or of another version: their job asks for this again.
    if (everybodys === null || everybodys.scorerVersion !== version) return;
    const named = new Map(
      [...everybodys.problems, ...everybodys.rules].map(({ kind, key, name }) => [`${kind}:${key}`, name]),
    );
    const { lookedIn } = everybodys;
    const reasons = await findReasons(db, { workspace, scorerVersion: version, authors }, { lookedIn, named });
    await holdScorerChoice(db, workspace);
    if ((await planFocus(db, workspace, scorer.version)).version !== version) return;
    // Whoever changed the team meanwhile has asked for it anew: reasons of other people must not stand under its name.
    const now = (await listTeamPeople(db, workspace)).find((team) => team.id === id);
    if (JSON.stringify(now?.authors) !== JSON.stringify(authors)) return;
    await saveAnswersOfTeam(db, workspace, { team: id, answers: { reasons }, scorerVersion: version });
  });
}
