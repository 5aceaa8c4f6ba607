/** Groups what customers brought up and what they were refused, and counts the groups. */
import { reasonKinds } from '@rapport/contract';
import { groupSentences } from '@rapport/insight';
import { z } from 'zod';
import { inWorkspace } from '../store/in-workspace.ts';
import { listSentences, saveGroups } from '../store/reason-sentences.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { saveTeamAnswer } from '../store/team-answers.ts';
import { findGapsJob } from './find-gaps.ts';
import { findReasons } from './find-reasons.ts';
import { declareJob } from './job.ts';
import { refreshReasonsOfTeams } from './refresh-reasons-of-teams.ts';

const payload = z.object({ workspaceId: z.int() });

export const groupReasons = declareJob<z.infer<typeof payload>>({
  name: 'group-reasons',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs, scorer }, { workspaceId }) {
    // One transaction: the groups on the sentences, and the answer that counts them, become true together.
    await inWorkspace(store, workspaceId, async (db) => {
      const { version } = await planFocus(db, workspaceId, scorer.version);
      if (version === null) return;
      const lookedIn = { problem: 1, rule: 1 };
      for (const kind of reasonKinds) {
        const { sentences, share } = await listSentences(db, workspaceId, kind);
        lookedIn[kind] = share;
        const groups = groupSentences(sentences);
        await saveGroups(db, workspaceId, { kind, keys: groups.map(({ key }) => key) });
      }
      const answer = await findReasons(db, { workspace: workspaceId, scorerVersion: version }, { lookedIn });
      // Only now: grouping takes seconds, and nobody who chooses a version should wait for it.
      await holdScorerChoice(db, workspaceId);
      const plan = await planFocus(db, workspaceId, scorer.version);
      // Whoever changed the version meanwhile has asked for a focus, and that one asks for this again.
      if (plan.version === version) await saveTeamAnswer(db, workspaceId, { kind: 'reasons', answer });
      await jobs.sendUnlessWaiting(db, findGapsJob, { workspaceId });
      await jobs.sendUnlessWaiting(db, refreshReasonsOfTeams, { workspaceId });
    });
  },
});
