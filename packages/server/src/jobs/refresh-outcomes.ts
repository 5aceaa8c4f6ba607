/**
 * Counts weeks, outcomes and everybody's load anew: what changed since last week, how conversations ended, who had which
 * conversations. Reads counts only, so it is done in seconds.
 */
import { describeOutcomes, findChanges } from '@rapport/insight';
import { z } from 'zod';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadOutcomesInput } from '../store/outcome-counts.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { saveTeamAnswer } from '../store/team-answers.ts';
import { countTeamHours } from '../store/team-hours.ts';
import { countTeamLoad } from '../store/team-load.ts';
import { loadChangesInput } from '../store/week-counts.ts';
import { collectReasons } from './collect-reasons.ts';
import { declareJob } from './job.ts';
import { refreshTeams } from './refresh-teams.ts';

const payload = z.object({ workspaceId: z.int() });

export const refreshOutcomes = declareJob<z.infer<typeof payload>>({
  name: 'refresh-outcomes',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs, scorer }, { workspaceId }) {
    // One snapshot, and the version that the focus is read from, so that all pages speak of the same scores.
    const read = await inWorkspace(
      store,
      workspaceId,
      async (db) => {
        const { version } = await planFocus(db, workspaceId, scorer.version);
        if (version === null) return null;
        const weeks = await loadChangesInput(db, workspaceId, { scorerVersion: version, sees: null });
        const outcomes = await loadOutcomesInput(db, workspaceId, { scorerVersion: version, sees: null });
        const hours = await countTeamHours(db, workspaceId, version);
        return { version, weeks, outcomes, hours, load: await countTeamLoad(db, workspaceId, version) };
      },
      'repeatable read',
    );
    // A rescore is on its way: its focus will ask again.
    if (read === null) return;
    const changes = findChanges(read.weeks);
    const outcomes = describeOutcomes(read.outcomes);
    await inWorkspace(store, workspaceId, async (db) => {
      await holdScorerChoice(db, workspaceId);
      const { version } = await planFocus(db, workspaceId, scorer.version);
      if (version !== read.version) return;
      await saveTeamAnswer(db, workspaceId, { kind: 'changes', answer: changes });
      await saveTeamAnswer(db, workspaceId, { kind: 'outcomes', answer: outcomes });
      await saveTeamAnswer(db, workspaceId, { kind: 'load', answer: read.load });
      await saveTeamAnswer(db, workspaceId, { kind: 'hours', answer: read.hours });
      await jobs.sendUnlessWaiting(db, refreshTeams, { workspaceId });
      await jobs.sendUnlessWaiting(db, collectReasons, { workspaceId, after: 0 });
    });
  },
});
