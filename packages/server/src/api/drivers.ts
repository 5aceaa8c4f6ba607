import { getDrivers } from '@rapport/contract';
import { chooseOutcome } from '@rapport/insight';
import { loadDriverAnswers } from '../store/driver-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

/** The answers are found by a job after the focus; here they are only read. */
export function serveDrivers(api: Api, parts: AppParts): void {
  serve(api, getDrivers, async ({ query: { outcome } }, person) => {
    const { answers, refreshing } = await ask(parts, person, loadDriverAnswers);
    const wanted = outcome ?? chooseOutcome(answers);
    return {
      drivers: answers.find((one) => one.outcome === wanted) ?? null,
      outcomes: answers.map(({ outcome: one, known, basis }) => ({ outcome: one, known, basis })),
      refreshing,
    };
  });
}
