import { startSample } from '@rapport/contract';
import type { AppParts } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveSample(api: Api, parts: Pick<AppParts, 'importSample'>): void {
  serve(api, startSample, (_given, { workspace }) => parts.importSample(workspace));
}
