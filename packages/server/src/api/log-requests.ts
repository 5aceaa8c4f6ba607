/**
 * One line per request, with ids and never a customer's words: the route as declared, not the address as sent (a search
 * holds words), and of an error what the code says about it, not what the data said.
 */
import { RapportError } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { problemOf, RequestDoesNotFit } from './problem-of.ts';

export function logRequests(http: FastifyInstance): void {
  http.addHook('onError', async (request, _reply, error) => {
    const { status, code } = problemOf(error);
    const line = {
      route: request.routeOptions.url ?? 'unknown',
      id: request.id,
      code,
      ...describeError(error, status),
    };
    if (status >= 500) request.log.error(line, 'request failed');
    else if (status === 404) request.log.info(line, 'not found');
    else request.log.warn(line, 'request refused');
  });
  http.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    request.log.debug({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

/** For our own faults the stack; for the database's its code and place, because its message can quote a row. */
function describeError(error: unknown, status: number): Record<string, unknown> {
  if (status < 500 || !(error instanceof Error)) {
    return error instanceof RequestDoesNotFit ? { parts: error.issues.map(({ path }) => path.join('.')) } : {};
  }
  if ('severity' in error && 'code' in error) {
    const named = (name: string): unknown => Reflect.get(error, name);
    return {
      sqlState: named('code'),
      constraint: named('constraint'),
      table: named('table'),
      routine: named('routine'),
    };
  }
  const cause = error instanceof RapportError && error.cause instanceof Error ? error.cause.name : undefined;
  return { error: error.name, stack: error.stack, cause };
}
