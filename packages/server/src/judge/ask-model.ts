/**
 * One question to one model through the ai SDK. The packages are loaded when the first question is asked and not before:
 * without a judge they are never loaded at all.
 */
import type { LanguageModel } from 'ai';
import { answerForm } from './check-answer.ts';
import { createBoundedFetch } from './fetch-within-bounds.ts';
import type { JudgeSettings } from './judge-settings.ts';
import { JudgeTrouble } from './judge-trouble.ts';
import type { JudgePrompt } from './write-prompt.ts';

/** Tokens of one answer: twelve moments with their quotes, and room for a model that thinks first. */
export const mostAnswerTokens = 4000;
const mostAnswerBytes = 2 ** 20;

export interface ModelAnswer {
  /** Fits `answerForm` and is otherwise unchecked; or why there is none. */
  answer: unknown;
  trouble: JudgeTrouble | null;
  /** What the provider says it used, in and out; null when it said nothing. */
  tokens: number | null;
}

/**
 * Makes exactly one request.
 *
 * @throws the reason of `signal` when that was aborted; nothing else, all other trouble is in the answer
 */
export async function askModel(
  settings: JudgeSettings,
  { system, prompt }: JudgePrompt,
  now: () => Date,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  // What the SDK would print are remarks on settings; stdout belongs to the log.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const { generateText, NoObjectGeneratedError, Output, TypeValidationError } = await import('ai');
  const seenTroubles: JudgeTrouble[] = [];
  const bounded = createBoundedFetch({
    url: settings.url,
    mostBytes: mostAnswerBytes,
    now,
    onTrouble: (trouble) => void seenTroubles.push(trouble),
  });
  try {
    const result = await generateText({
      model: await openModel(settings, bounded),
      ...{ system, prompt },
      output: Output.object({ schema: answerForm, name: 'judgement' }),
      maxOutputTokens: mostAnswerTokens,
      maxRetries: 0,
      abortSignal: signal,
      // The same words should get the same verdict; where a provider refuses to be told, its own default holds.
      ...(takesTemperature(settings) ? { temperature: 0 } : {}),
    });
    const tokens = readTokens(result.usage.totalTokens);
    if (result.finishReason !== 'stop') {
      return { answer: null, trouble: new JudgeTrouble('answer-cut-short'), tokens };
    }
    return { answer: result.output, trouble: null, tokens };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const seen = seenTroubles.at(-1) ?? null;
    if (seen !== null) return { answer: null, trouble: seen, tokens: costsNothing(seen) ? 0 : null };
    if (!NoObjectGeneratedError.isInstance(error)) {
      return { answer: null, trouble: new JudgeTrouble('not-json'), tokens: null };
    }
    const isJson = TypeValidationError.isInstance(error.cause);
    const isWhole = error.finishReason === 'stop' || error.finishReason === 'tool-calls';
    const kind = isJson ? 'wrong-shape' : isWhole ? 'not-json' : 'answer-cut-short';
    return { answer: null, trouble: new JudgeTrouble(kind), tokens: readTokens(error.usage?.totalTokens) };
  }
}

async function openModel({ provider, url, key, model, answers }: JudgeSettings, bounded: typeof fetch) {
  const baseURL = url.href.replace(/\/$/, '');
  if (provider === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic({ baseURL, apiKey: key ?? '', fetch: bounded })(model) satisfies LanguageModel;
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    ...{ name: 'judge', baseURL, fetch: bounded, supportsStructuredOutputs: answers === 'schema' },
    ...(key === undefined ? {} : { apiKey: key }),
    ...(isOpenAi(url) ? { transformRequestBody: renameLimit } : {}),
  })(model) satisfies LanguageModel;
}

/** OpenAI's newer models know the limit of an answer under a new name only, and no temperature. */
const isOpenAi = ({ hostname }: URL): boolean => hostname === 'api.openai.com';
const renameLimit = ({ max_tokens, ...rest }: Record<string, unknown>) => ({
  ...rest,
  max_completion_tokens: max_tokens,
});
const takesTemperature = ({ provider, url }: JudgeSettings): boolean =>
  provider === 'openai-compatible' && !isOpenAi(url);

/** Refused at the door: no model has read anything. */
const costsNothing = ({ kind }: JudgeTrouble): boolean =>
  ['asked-to-wait', 'server-error', 'key-refused', 'request-refused', 'redirect'].includes(kind);

/** A provider may say anything; what is no believable count is as good as none. */
const readTokens = (said: number | undefined): number | null =>
  said !== undefined && Number.isInteger(said) && said > 0 && said < 1e7 ? said : null;
