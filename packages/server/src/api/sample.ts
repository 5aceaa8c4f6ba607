import { RapportError, removeSample as removeSampleEndpoint, startSample } from '@rapport/contract';
import { findAnswersAnew } from '../jobs/find-answers-anew.ts';
import { sampleSource } from '../sample.ts';
import { writeAudit } from '../store/audit.ts';
import { removeSample } from '../store/remove-sample.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveSample(api: Api, parts: Pick<AppParts, 'importSample' | 'jobs' | 'store'>): void {
  serve(api, startSample, async (_given, person) => {
    const run = await parts.importSample(person.workspace);
    await noteDone(parts, person, { what: 'import-started', object: run.id, detail: { sample: true } });
    return run;
  });

  serve(api, removeSampleEndpoint, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const removed = await removeSample(db, workspace, sampleSource);
      if (removed === null) throw stillComing();
      await findAnswersAnew(parts, db, workspace);
      await writeAudit(db, person, { what: 'deleted', object: sampleSource, detail: { ...removed } });
      return removed;
    }),
  );
}

const stillComing = (): RapportError =>
  new RapportError('conflict', {
    what: 'The sample team is still being read.',
    why: 'What comes a moment later would stay behind.',
    wayOut: 'Wait until it is scored, or cancel it, then put it away.',
  });
