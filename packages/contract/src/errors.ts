/** One error type, with a code from a closed list, and a message in three parts. */
export const errorCodes = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unreadable-file': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  'database-newer': 503,
  'database-unusable': 503,
} as const;
export type ErrorCode = keyof typeof errorCodes;

export interface ErrorParts {
  what: string;
  why?: string;
  wayOut?: string;
}

export class RapportError extends Error {
  readonly code: ErrorCode;
  readonly parts: ErrorParts;

  constructor(code: ErrorCode, parts: ErrorParts, options?: { cause?: unknown }) {
    super([parts.what, parts.why, parts.wayOut].filter(Boolean).join(' '), options);
    this.name = 'RapportError';
    this.code = code;
    this.parts = parts;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}
