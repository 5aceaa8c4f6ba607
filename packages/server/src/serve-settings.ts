/** What the environment says about serving, as values; anything unclear is refused in one sentence rather than guessed. */
import { isIP } from 'node:net';
import { RapportError } from '@rapport/contract';
import { isLoopbackName } from './accounts/loopback-name.ts';

export interface ServeSettings {
  /** The address to listen on; another than loopback needs `publicUrl`, the name it is reached by. */
  host: string;
  port: number;
  /** Address of a reverse proxy in front, if any. */
  publicUrl: string | undefined;
  uploadLimitBytes: number;
  /** False: the workers run elsewhere, as `rapport worker`. */
  runWorker: boolean;
  logLevel: string;
  /** Check every answer against the contract. */
  checkAnswers: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const defaultPort = 7400;
const defaultUploadMegabytes = 64;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws RapportError `bad-request` */
export function readServeSettings(environment: Environment, isTerminal = false): ServeSettings {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const publicUrl = readPublicUrl(read('PUBLIC_URL'));
  return {
    host: readHost(read('HOST'), publicUrl),
    port: readPort(read('PORT')),
    publicUrl,
    uploadLimitBytes: readMegabytes(read('RAPPORT_UPLOAD_LIMIT')) * 2 ** 20,
    runWorker: readSwitch('RAPPORT_WORKER', read('RAPPORT_WORKER')),
    // A person at a terminal wants the address and what goes wrong; a log collector wants all.
    logLevel: readLogLevel(read('RAPPORT_LOG'), isTerminal ? 'warn' : 'info'),
    checkAnswers: read('NODE_ENV') === 'development' || read('NODE_ENV') === 'test',
  };
}

/** Whether others than the person at this machine can come in; then nobody does without an account. */
export function isReachable({ host, publicUrl }: Pick<ServeSettings, 'host' | 'publicUrl'>): boolean {
  return !isLoopbackName(host) || (publicUrl !== undefined && !isLoopbackName(new URL(publicUrl).hostname));
}

function readHost(text: string | undefined, publicUrl: string | undefined): string {
  if (text === undefined || isLoopbackName(text)) return text ?? '127.0.0.1';
  if (isIP(text) === 0) throw refuse('HOST', text, 'an IP address of this machine, or 0.0.0.0 for all of them');
  if (publicUrl !== undefined) return text;
  throw new RapportError('bad-request', {
    what: `HOST is ${text}, and PUBLIC_URL is not set.`,
    why: 'Rapport answers only to names it was told, so that no other site can reach it through a browser.',
    wayOut: 'Set PUBLIC_URL to the address people type, such as https://rapport.example.org.',
  });
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw refuse('PORT', text, 'a whole number up to 65535');
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  throw refuse('PUBLIC_URL', text, 'an address such as https://rapport.example.org, without a path');
}

function readMegabytes(text: string | undefined): number {
  if (text === undefined) return defaultUploadMegabytes;
  const size = /^(\d{1,7})\s*(?:mb)?$/i.exec(text)?.[1];
  if (size !== undefined && Number(size) > 0) return Number(size);
  throw refuse('RAPPORT_UPLOAD_LIMIT', text, 'a number of megabytes, such as 200');
}

function readSwitch(name: string, text: string | undefined): boolean {
  if (text === undefined || text === 'on') return true;
  if (text === 'off') return false;
  throw refuse(name, text, 'on or off');
}

function readLogLevel(text: string | undefined, usual: string): string {
  if (text === undefined) return usual;
  if (logLevels.includes(text)) return text;
  throw refuse('RAPPORT_LOG', text, `one of ${logLevels.join(', ')}`);
}

function refuse(name: string, text: string, wanted: string): RapportError {
  return new RapportError('bad-request', {
    what: `The setting ${name} is "${text}".`,
    why: 'Rapport does not start on a guess.',
    wayOut: `Set it to ${wanted}, or leave it out.`,
  });
}
