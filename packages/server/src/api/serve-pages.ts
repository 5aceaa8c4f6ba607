/** The built pages: hashed files for ever, index.html never cached, and index.html for every address of a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { RapportError } from '@rapport/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** @param webFolder the built pages, or null when there are none (the API then serves alone) */
export async function servePages(http: FastifyInstance, webFolder: string | null): Promise<void> {
  const hasPages = webFolder !== null && existsSync(join(webFolder, 'index.html'));
  if (hasPages) {
    await http.register(fastifyStatic, {
      root: webFolder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    });
  }
  http.setNotFoundHandler(async (request, reply) => {
    if (hasPages && isPageAddress(request)) return reply.sendFile('index.html');
    throw new RapportError('not-found', {
      what: 'There is nothing at this address.',
      wayOut: request.url.startsWith('/api') ? 'See /api for all addresses.' : 'Start again at the first page.',
    });
  });
}

/** Built files carry a hash of their content in their name; everything else may change with the next version. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** A page address has no file extension and is not under /api: a missing script must answer 404, not a page. */
function isPageAddress({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);
}
