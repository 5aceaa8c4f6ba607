/** What every answer tells the browser: run nothing but our own scripts, load nothing from elsewhere, be framed by nobody. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Text of customers is shown on these pages; even if an escape were forgotten somewhere, this policy runs none of it. */
export const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** @param https true behind a proxy that ends TLS: browsers are then told to stay on it */
export async function sendSecurityHeaders(http: FastifyInstance, https: boolean): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
  });
  http.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (request.url.startsWith('/api/v1')) reply.header('cache-control', 'no-store');
  });
}
