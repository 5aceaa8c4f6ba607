/**
 * Finds the numbers of each team anew, after those of everybody: what its lead reads first. A team of one or two people
 * has none, since they would be a person's.
 */
import { floors } from '@rapport/contract';
import { describeOutcomes, findChanges } from '@rapport/insight';
import { z } from 'zod';
import { type AnswersOfTeam, forgetAnswersOfTeam, type TeamPeople } from '../store/answers-of-teams.ts';
import { loadFocusInput } from '../store/focus-facts.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadOutcomesInput } from '../store/outcome-counts.ts';
import { planFocus } from '../store/scorer-versions.ts';
import { loadChangesInput } from '../store/week-counts.ts';
import { declareJob, type JobContext } from './job.ts';
import { keepAnswersOfTeam, refreshEachTeam } from './refresh-each-team.ts';

const payload = z.object({ workspaceId: z.int() });

/** As for everybody's focus: nothing in it draws at random. */
const seed = 1;

export const refreshTeams = declareJob<z.infer<typeof payload>>({
  name: 'refresh-teams',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    await refreshEachTeam(context, workspaceId, (team) => refreshTeam(context, workspaceId, team));
  },
});

async function refreshTeam(
  { store, scorer, findFocus }: Pick<JobContext, 'store' | 'scorer' | 'findFocus'>,
  workspace: number,
  team: TeamPeople,
): Promise<void> {
  const { id, authors: sees } = team;
  if (sees.length < floors.peopleForTeamNumbers) {
    await inWorkspace(store, workspace, (db) => forgetAnswersOfTeam(db, workspace, id));
    return;
  }
  const read = await inWorkspace(
    store,
    workspace,
    async (db) => {
      const { version } = await planFocus(db, workspace, scorer.version);
      if (version === null) return null;
      const of = { scorerVersion: version, sees };
      return {
        version,
        focus: await loadFocusInput(db, workspace, { ...of, seed }),
        weeks: await loadChangesInput(db, workspace, of),
        outcomes: await loadOutcomesInput(db, workspace, of),
      };
    },
    'repeatable read',
  );
  // A rescore is on its way: its focus will ask again.
  if (read === null) return;
  const answers: AnswersOfTeam = {
    focus: findFocus(read.focus),
    changes: findChanges(read.weeks),
    outcomes: describeOutcomes(read.outcomes),
  };
  await inWorkspace(store, workspace, (db) =>
    keepAnswersOfTeam(db, workspace, { team, answers, found: read.version, scorerVersion: scorer.version }),
  );
}
