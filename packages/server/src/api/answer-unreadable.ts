/** What never becomes a request: an address that cannot be decoded, a header too long, bytes that are no HTTP. */
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.ts';

/** For Fastify's `frameworkErrors`, which run before any hook. */
export function answerUnreadableAddress(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  reply.code(problem.status).type('application/problem+json').send(problem);
}

/** For Fastify's `clientErrorHandler`: there is no request to answer, so the answer is written to the connection. */
export function answerUnreadableBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? '400 Bad Request';
  const problem = { ...problemOf({ statusCode: 400 }), status: Number.parseInt(status, 10) };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
