/**
 * Counts the reasons of each team anew, after those of everybody: the groups are everybody's, because few conversations
 * make none, and how often they come up is the team's own. A team of one or two people has none, since they would be a
 * person's.
 */
import { floors } from '@rapport/contract';
import { z } from 'zod';
import type { TeamPeople } from '../store/answers-of-teams.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { planFocus } from '../store/scorer-versions.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { findReasons } from './find-reasons.ts';
import { declareJob, type JobContext } from './job.ts';
import { keepAnswersOfTeam, refreshEachTeam } from './refresh-each-team.ts';

const payload = z.object({ workspaceId: z.int() });

export const refreshReasonsOfTeams = declareJob<z.infer<typeof payload>>({
  name: 'refresh-reasons-of-teams',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    await refreshEachTeam(context, workspaceId, async (team) => {
      if (team.authors.length >= floors.peopleForTeamNumbers) await refreshTeam(context, workspaceId, team);
    });
  },
});

async function refreshTeam(
  { store, scorer }: Pick<JobContext, 'store' | 'scorer'>,
  workspace: number,
  team: TeamPeople,
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
    const { authors } = team;
    const reasons = await findReasons(db, { workspace, scorerVersion: version, authors }, { lookedIn, named });
    await keepAnswersOfTeam(db, workspace, {
      ...{ team, answers: { reasons }, found: version, scorerVersion: scorer.version },
    });
  });
}
