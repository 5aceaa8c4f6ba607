import { getAccuracy } from '@rapport/contract';
import { measuredAccuracy } from '@rapport/qualities';
import { type Api, serve } from './serve.ts';

export function serveAccuracy(api: Api): void {
  const answer = measuredAccuracy();
  serve(api, getAccuracy, async () => answer);
}
