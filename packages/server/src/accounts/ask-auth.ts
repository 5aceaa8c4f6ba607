/** Asking the sign-in library from our own endpoints, and turning its refusals into ours. */
import { RapportError } from '@rapport/contract';
import { APIError } from 'better-auth';
import type { FastifyRequest } from 'fastify';

/** Of a request only what the library reads: nothing of ours goes on by accident. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** For `.catch`: a refusal of the library becomes one sentence; whatever else broke is handed on. */
export function refused(what: string, wayOut: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode >= 500) throw new RapportError('unavailable', { what, wayOut }, { cause: error });
    const code = error.statusCode === 429 ? 'too-many-requests' : 'not-allowed';
    throw new RapportError(code, { what, wayOut });
  };
}
