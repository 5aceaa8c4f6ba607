/** Finds anew which qualities go together with each outcome, unless nothing it rests on has changed. */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type DriversAnswer, driverOutcomes } from '@rapport/contract';
import { compareAllAgents, type DriversInput, explainDrivers } from '@rapport/insight';
import { z } from 'zod';
import { saveAgentComparisons } from '../store/agent-comparisons.ts';
import { loadDriverFingerprints, noteDriversChecked, saveDriverAnswers } from '../store/driver-answers.ts';
import { loadDriversInput } from '../store/driver-facts.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { holdScorerChoice, planFocus } from '../store/scorer-versions.ts';
import { declareJob } from './job.ts';
import { refreshOutcomes } from './refresh-outcomes.ts';

const payload = z.object({ workspaceId: z.int() });

/** Ranges are drawn by chance; the seed is fixed so that an answer can be made again. */
const seed = 1;

export const refreshDrivers = declareJob<z.infer<typeof payload>>({
  name: 'refresh-drivers',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs, scorer }, { workspaceId }) {
    await inWorkspace(store, workspaceId, (db) => jobs.sendUnlessWaiting(db, refreshOutcomes, { workspaceId }));
    // One snapshot, and the version that the focus is read from, so that both pages speak of the same scores.
    const read = await inWorkspace(
      store,
      workspaceId,
      async (db) => {
        const { version } = await planFocus(db, workspaceId, scorer.version);
        if (version === null) return null;
        const input = await loadDriversInput(db, workspaceId, { seed, scorerVersion: version });
        return { version, input, known: await loadDriverFingerprints(db, workspaceId) };
      },
      'repeatable read',
    );
    // A rescore is on its way: its focus will ask again.
    if (read === null) return;
    const fingerprint = fingerprintOf(read.input);
    const isKnown = driverOutcomes.every((outcome) => read.known.get(outcome) === fingerprint);
    const answers: DriversAnswer[] = [];
    for (const outcome of isKnown ? [] : driverOutcomes) {
      answers.push(explainDrivers(read.input, outcome));
      // Between outcomes the worker's other threads of work get their turn.
      await breathe();
    }
    const compared = isKnown ? [] : compareAllAgents(read.input.table, seed);
    await inWorkspace(store, workspaceId, async (db) => {
      await holdScorerChoice(db, workspaceId);
      const { version } = await planFocus(db, workspaceId, scorer.version);
      // Whoever changed the version meanwhile has asked for a focus, and that one asks for this again.
      if (version !== read.version) return;
      if (isKnown) return noteDriversChecked(db, workspaceId);
      await saveDriverAnswers(db, workspaceId, { answers, fingerprint });
      await saveAgentComparisons(db, workspaceId, { found: compared, scorerVersion: read.version });
    });
  },
});

/** Counted up when the same scores begin to give another answer, so that kept ones are found anew. */
const analysis = 4;

/** Piece by piece: as one text it would be the largest thing in memory. */
function fingerprintOf({
  table,
  verdicts,
  satisfied,
  recommends,
  foundEasy,
  wroteAgain,
  ...rest
}: DriversInput): string {
  const hash = createHash('sha256').update(JSON.stringify({ analysis, ...rest }));
  for (const [row, one] of table.rows.entries()) {
    hash.update(JSON.stringify([one, verdicts[row], satisfied[row], recommends[row], foundEasy[row], wroteAgain[row]]));
  }
  return hash.digest('hex');
}
