import { startSample } from '@rapport/contract';
import { type AppParts, noteDone } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveSample(api: Api, parts: Pick<AppParts, 'importSample' | 'store'>): void {
  serve(api, startSample, async (_given, person) => {
    const run = await parts.importSample(person.workspace);
    await noteDone(parts, person, { what: 'import-started', object: run.id, detail: { sample: true } });
    return run;
  });
}
