/**
 * Finds the numbers of each team anew, after those of everybody: what its lead reads first. A team of one or two people
 * has none, since they would be a person's.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { floors } from '@rapport/contract';
import { describeOutcomes, findChanges } from '@rapport/insight';
import { z } from 'zod';
import {
  type AnswersOfTeam,
  forgetAnswersOfTeam,
  listTeamPeople,
  saveAnswersOfTeam,
  type TeamPeople,
} from '../store/answers-of-teams.ts';
import { loadFocusInput } from '../store/focus-facts.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadOutcomesInput } from '../store/outcome-counts.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { loadChangesInput } from '../store/week-counts.ts';
import { declareJob, type JobContext } from './job.ts';

const payload = z.object({ workspaceId: z.int() });

/** As for everybody's focus: nothing in it draws at random. */
const seed = 1;

export const refreshTeams = declareJob<z.infer<typeof payload>>({
  name: 'refresh-teams',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    const teams = await inWorkspace(context.store, workspaceId, (db) => listTeamPeople(db, workspaceId));
    for (const team of teams) {
      await refreshTeam(context, workspaceId, team);
      // Between two teams the worker's other threads of work get their turn.
      await breathe();
    }
  },
});

async function refreshTeam(
  { store, scorer, findFocus }: Pick<JobContext, 'store' | 'scorer' | 'findFocus'>,
  workspace: number,
  { id, authors: sees }: TeamPeople,
): Promise<void> {
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
  await inWorkspace(store, workspace, async (db) => {
    await holdScorerChoice(db, workspace);
    const { version } = await planFocus(db, workspace, scorer.version);
    if (version !== read.version) return;
    // Whoever changed the team meanwhile has asked for it anew: numbers of other people must not stand under its name.
    const now = (await listTeamPeople(db, workspace)).find((team) => team.id === id);
    if (JSON.stringify(now?.authors) !== JSON.stringify(sees)) return;
    await saveAnswersOfTeam(db, workspace, { team: id, answers, scorerVersion: version });
  });
}
