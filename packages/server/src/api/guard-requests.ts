/**
 * Before it is asked who somebody is: only pages that this very server sent may talk to it from a browser.
 *
 * Loopback alone is no wall: any web page can let a browser send requests to 127.0.0.1, and a name that changes its
 * address (DNS rebinding) can even read the answers. So the Host must be one of ours, and every write must come from our
 * own origin. Programs without a browser (curl, the command line) send no Origin and no Sec-Fetch-Site, and may write.
 */
import { RapportError } from '@rapport/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface AllowedAddresses {
  /** Values of the Host header, with the port where it is not the default of the scheme, in lower case. */
  hosts: Set<string>;
  /** Values of the Origin header of a write. */
  origins: Set<string>;
}

/** The names under which a server on loopback is reached, and the public address of a reverse proxy before it. */
export function allowAddresses(allowed: AllowedAddresses, port: number, publicUrl?: string): void {
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const host = port === 80 ? name : `${name}:${port}`;
    allowed.hosts.add(host);
    allowed.origins.add(`http://${host}`);
  }
  if (publicUrl === undefined) return;
  const { host, origin } = new URL(publicUrl);
  allowed.hosts.add(host.toLowerCase());
  allowed.origins.add(origin.toLowerCase());
}

export function guardRequests(http: FastifyInstance, allowed: AllowedAddresses): void {
  http.addHook('onRequest', async (request) => {
    checkHost(request, allowed);
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) checkOrigin(request, allowed);
  });
}

function checkHost(request: FastifyRequest, { hosts }: AllowedAddresses): void {
  const host = (request.headers.host ?? '').toLowerCase();
  if (hosts.has(host)) return;
  throw new RapportError('not-allowed', {
    what: 'Rapport is not known under this name.',
    why: 'It answers only to names it was told, so that no other site can reach it through your browser.',
    wayOut: 'Use the address printed at its start, or set PUBLIC_URL to the address of your proxy.',
  });
}

function checkOrigin(request: FastifyRequest, { origins }: AllowedAddresses): void {
  const origin = request.headers.origin?.toLowerCase();
  const site = request.headers['sec-fetch-site'];
  const ownSite = site === undefined || site === 'same-origin' || site === 'none';
  if (ownSite && (origin === undefined || origins.has(origin))) return;
  throw new RapportError('not-allowed', {
    what: 'This change was asked for by another site.',
    why: 'Only pages of Rapport itself may change anything. Nothing was changed.',
    wayOut: 'Open Rapport at the address printed at its start.',
  });
}
