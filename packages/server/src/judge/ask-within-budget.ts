/** Asks until there is an answer, within the day's budget, a few tries and one time limit for all of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkspace } from '../store/in-workspace.ts';
import { type JudgeSpend, type JudgeUse, settleJudgeCall, spendJudgeCall } from '../store/judge-budget.ts';
import type { Store } from '../store/open-store.ts';
import { askModel, mostAnswerTokens } from './ask-model.ts';
import type { JudgeSettings } from './judge-settings.ts';
import { isPassing, JudgeTrouble } from './judge-trouble.ts';
import type { JudgePrompt } from './write-prompt.ts';

/** Requests for one question. */
export const mostTries = 3;
const firstPauseSeconds = 0.5;
/** Letters of a token at the fewest, so that the estimate errs on the dear side. */
const lettersPerToken = 3;

export interface AskParts {
  settings: JudgeSettings;
  store: Pick<Store, 'db'>;
  workspace: number;
  now: () => Date;
  /** 0…1; spreads the tries of several workers. */
  random: () => number;
  /** Told of each request what it took out of the budget, once that is known. */
  onSpent?: (spent: JudgeUse) => void;
}

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** @throws JudgeTrouble; `stop` ends the waiting with `stopped` */
export async function askWithinBudget(parts: AskParts, prompt: JudgePrompt, stop: AbortSignal): Promise<unknown> {
  const { settings } = parts;
  const limit = AbortSignal.timeout(Math.round(settings.limitSeconds * 1000));
  const began = performance.now();
  const left = () => settings.limitSeconds - (performance.now() - began) / 1000;
  const signal = AbortSignal.any([limit, stop]);
  const ended = () => new JudgeTrouble(stop.aborted ? 'stopped' : 'timeout');
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted) throw ended();
    const { answer, trouble } = await askOnce(parts, prompt, signal, ended);
    if (trouble === null) return answer;
    const pause = trouble.waitSeconds ?? firstPauseSeconds * 2 ** (tries - 1) * (1 + parts.random());
    // Waiting in vain helps nobody: who asks sees the reason now.
    if (!isPassing(trouble) || tries >= mostTries || pause >= left()) throw trouble;
    await sleep(pause * 1000, undefined, { signal }).catch(() => {
      throw ended();
    });
  }
}

async function askOnce(parts: AskParts, prompt: JudgePrompt, signal: AbortSignal, ended: () => JudgeTrouble) {
  const { settings, store, workspace, now } = parts;
  const spend: JudgeSpend = {
    day: dayOf(now()),
    ...settings.budget,
    tokens: Math.ceil((prompt.system.length + prompt.prompt.length) / lettersPerToken) + mostAnswerTokens,
  };
  const allowed = await inWorkspace(store, workspace, (db) => spendJudgeCall(db, workspace, spend));
  if (!allowed) throw new JudgeTrouble('no-budget');
  const asked = await askModel(settings, prompt, now, signal).catch(() => {
    // Nobody knows what an answer that never came has cost: what was taken for it stays taken.
    parts.onSpent?.({ calls: 1, tokens: spend.tokens });
    throw ended();
  });
  const { tokens } = asked;
  parts.onSpent?.({ calls: 1, tokens: tokens ?? spend.tokens });
  if (tokens !== null) await inWorkspace(store, workspace, (db) => settleJudgeCall(db, workspace, spend, tokens));
  return asked;
}
