/** By which address a request came, and whether anybody may sign in over it. */
import type { FastifyRequest } from 'fastify';
import type { AllowedAddresses } from '../api/guard-requests.ts';
import { isLoopbackName } from './loopback-name.ts';

/**
 * A write from a browser says its origin; otherwise the Host header and what was set as the public address tell. Both
 * were compared with the allowed ones before.
 */
export function originOf(request: FastifyRequest, allowed: AllowedAddresses, publicUrl: string | undefined): string {
  const said = request.headers.origin?.toLowerCase();
  if (said !== undefined && allowed.origins.has(said)) return said;
  const host = (request.headers.host ?? '').toLowerCase();
  if (publicUrl !== undefined && new URL(publicUrl).host.toLowerCase() === host) return publicUrl.toLowerCase();
  return `http://${host}`;
}

/** Why nobody can sign in over this address, with the way out; null: all is well. */
export function refusalOf(origin: string): string | null {
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'https:' || isLoopbackName(hostname)) return null;
  return (
    'This connection is not encrypted: a password sent over it could be read on the way, and browsers drop the cookie ' +
    'of the session. Put a proxy with TLS in front and set PUBLIC_URL to its https address, or reach Rapport through ' +
    'an SSH tunnel (ssh -L 7400:127.0.0.1:7400 server).'
  );
}
