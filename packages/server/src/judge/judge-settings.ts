/** What the environment says about the judge, as values. Nothing set means off: then nobody is ever asked. */
import { isIP } from 'node:net';
import { type JudgeProvider, judgeProviders, RapportError } from '@rapport/contract';
import type { Environment } from '../serve-settings.ts';

export interface JudgeSettings {
  provider: JudgeProvider;
  /** Base address, such as http://127.0.0.1:11434/v1; requests go to paths below it and nowhere else. */
  url: URL;
  model: string;
  /** Absent for local servers that ask for none. */
  key: string | undefined;
  budget: JudgeBudget;
  /** For one question with all its repeats. */
  limitSeconds: number;
  /** `schema` sends the form of the answer along; `json` asks for any JSON, for servers that refuse a schema. */
  answers: 'schema' | 'json';
}

export interface JudgeBudget {
  unit: 'calls' | 'tokens';
  perDay: number;
}

const usualBudget: JudgeBudget = { unit: 'calls', perDay: 200 };
const usualSeconds = 45;
const anthropicAddress = 'https://api.anthropic.com/v1';

/**
 * @returns null when the judge is off
 * @throws RapportError `bad-request` when something is set and unclear: customer text is sent nowhere on a guess
 */
export function readJudgeSettings(environment: Environment): JudgeSettings | null {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const named = read('RAPPORT_JUDGE_PROVIDER');
  if (named === undefined || named === 'off') return null;
  const provider = judgeProviders.find((one) => one === named);
  if (provider === undefined) throw refuse('RAPPORT_JUDGE_PROVIDER', named, `${judgeProviders.join(' or ')}, or off`);
  const address = read('RAPPORT_JUDGE_URL') ?? (provider === 'anthropic' ? anthropicAddress : undefined);
  const model = read('RAPPORT_JUDGE_MODEL');
  const key = read('RAPPORT_JUDGE_KEY');
  if (model === undefined) throw refuse('RAPPORT_JUDGE_MODEL', '', 'the name of the model to ask');
  if (provider === 'anthropic' && key === undefined) throw refuse('RAPPORT_JUDGE_KEY', '', 'the key of that provider');
  return {
    ...{ provider, model, key },
    url: readAddress(address),
    budget: readBudget(read('RAPPORT_JUDGE_DAILY_LIMIT')),
    limitSeconds: readSeconds(read('RAPPORT_JUDGE_SECONDS')),
    answers: readAnswers(read('RAPPORT_JUDGE_ANSWERS')),
  };
}

/** Is it this very machine? Then nothing leaves it. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));

function readAddress(text: string | undefined): URL {
  const wanted = 'an address such as https://api.example.org/v1 or http://127.0.0.1:11434/v1, without a password in it';
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && ['http:', 'https:'].includes(url.protocol) && url.search === '' && url.hash === '';
  // Said without the text: somebody may have typed a key into it.
  if (url === null || !isPlain || url.username !== '' || url.password !== '') {
    throw refuse('RAPPORT_JUDGE_URL', text === undefined ? '' : '(not shown)', wanted);
  }
  if (url.protocol === 'http:' && !isNear(url)) {
    throw refuse('RAPPORT_JUDGE_URL', url.origin, 'https: over http anybody on the way could read customers’ words');
  }
  return url;
}

/** This machine, its own network, or a name that only a local network knows: where plain http is usual. */
function isNear(url: URL): boolean {
  const { hostname } = url;
  if (isLoopback(url)) return true;
  if (isIP(hostname) === 4) return /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname);
  if (hostname.startsWith('[')) return /^\[f[cd]/.test(hostname);
  return !hostname.includes('.') || /\.(?:local|internal|lan|home\.arpa)$/.test(hostname);
}

function readBudget(text: string | undefined): JudgeBudget {
  if (text === undefined) return usualBudget;
  const [, amount, unit = 'calls'] = /^(\d{1,9})(?:\s*(calls|tokens))?$/.exec(text) ?? [];
  if (amount === undefined) throw refuse('RAPPORT_JUDGE_DAILY_LIMIT', text, '"200 calls" or "500000 tokens"');
  return { unit: unit === 'tokens' ? 'tokens' : 'calls', perDay: Number(amount) };
}

function readSeconds(text: string | undefined): number {
  if (text === undefined) return usualSeconds;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 600) return seconds;
  throw refuse('RAPPORT_JUDGE_SECONDS', text, 'a whole number of seconds from 1 to 600');
}

function readAnswers(text: string | undefined): JudgeSettings['answers'] {
  if (text === undefined || text === 'schema') return 'schema';
  if (text === 'json') return 'json';
  throw refuse('RAPPORT_JUDGE_ANSWERS', text, 'schema or json');
}

function refuse(name: string, text: string, wanted: string): RapportError {
  return new RapportError('bad-request', {
    what: text === '' ? `The setting ${name} is missing.` : `The setting ${name} is "${text}".`,
    why: 'A judge was asked for, and Rapport sends customers’ words nowhere on a guess.',
    wayOut: `Set it to ${wanted}; or leave out RAPPORT_JUDGE_PROVIDER, and nobody is asked.`,
  });
}
