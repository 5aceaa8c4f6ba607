/**
 * Whatever was thrown, as problem details (RFC 9457): a sentence and the way out for the caller, never a stack, a path of
 * this machine or a customer's words.
 */
import { type ErrorCode, errorCodes, type Problem, RapportError } from '@rapport/contract';

const titles: Record<ErrorCode, string> = {
  'bad-request': 'The request cannot be understood',
  'not-signed-in': 'Sign in first',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Not possible right now',
  'too-large': 'Too large',
  'unreadable-file': 'The file cannot be read',
  'too-many-requests': 'Too many requests',
  internal: 'Something went wrong in Rapport',
  unavailable: 'Not available right now',
  'database-newer': 'The database is newer than this Rapport',
  'database-unusable': 'The database cannot be used',
};

export const errorTitles: Readonly<Record<ErrorCode, string>> = titles;

export function problemOf(error: unknown): Problem {
  if (error instanceof RapportError) return describe(error);
  const issues = issuesOf(error);
  if (issues !== null) return { ...badRequest(), errors: issues };
  if (isDatabaseAway(error)) {
    return describe(
      new RapportError('unavailable', {
        what: 'The database does not answer.',
        why: 'Everything acknowledged is safe in it.',
        wayOut: 'Try again in a moment.',
      }),
    );
  }
  return describe(new RapportError(codeOfStatus(statusOf(error)), sentenceFor(statusOf(error))));
}

/** Thrown with the field paths when a request does not fit the endpoint's schema. */
export class RequestDoesNotFit extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('The request does not fit the endpoint.');
    this.name = 'RequestDoesNotFit';
    this.issues = issues;
  }
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

function describe({ code, parts, status }: RapportError): Problem {
  const detail = parts.why === undefined ? parts.what : `${parts.what} ${parts.why}`;
  const wayOut = parts.wayOut === undefined ? {} : { wayOut: parts.wayOut };
  return { type: `/api#error-${code}`, title: titles[code], status, code, detail, ...wayOut };
}

function badRequest(): Problem {
  return describe(
    new RapportError('bad-request', {
      what: 'A part of the request is not as this address expects it.',
      wayOut: 'Correct the parts named below; /api lists what each address takes.',
    }),
  );
}

function issuesOf(error: unknown): { path: string; message: string }[] | null {
  if (!(error instanceof RequestDoesNotFit)) return null;
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

/** Connection refused, reset, or PostgreSQL shutting down or starting up (SQLSTATE class 57P). */
function isDatabaseAway(error: unknown): boolean {
  const code = readProperty(error, 'code');
  if (typeof code !== 'string') return false;
  return ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001'].includes(code);
}

/** Fastify and its plugins throw errors with a `statusCode`; whatever has none is ours. */
function statusOf(error: unknown): number {
  const status = readProperty(error, 'statusCode');
  return typeof status === 'number' && status >= 400 ? status : 500;
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 503) return 'unavailable';
  if (status >= 500) return 'internal';
  const known = (Object.keys(errorCodes) as ErrorCode[]).find((code) => errorCodes[code] === status);
  return known ?? 'bad-request';
}

function sentenceFor(status: number): { what: string; why?: string; wayOut?: string } {
  if (status === 413) return { what: 'The request is larger than this address takes.', wayOut: 'Send less at once.' };
  if (status === 415) {
    return {
      what: 'The content type of the request is not one that Rapport takes.',
      wayOut: 'Send application/json, or application/octet-stream for a file.',
    };
  }
  if (status === 429) return { what: 'Too many requests in a short time.', wayOut: 'Wait a moment, then go on.' };
  if (status < 500)
    return { what: 'The request cannot be understood.', wayOut: 'See /api for what each address takes.' };
  return {
    what: 'Something went wrong in Rapport.',
    why: 'Nothing you sent before is lost.',
    wayOut: 'Try again; if it stays, the log of the server says more.',
  };
}

function readProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
