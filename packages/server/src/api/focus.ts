import { getFocus } from '@rapport/contract';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

/** The answer is found by a job after each import; here it is only read. */
export function serveFocus(api: Api, parts: AppParts): void {
  serve(api, getFocus, () => ask(parts, loadLatestFocus));
}
