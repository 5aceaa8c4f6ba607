/** A mail server named on a page: its name is resolved once and judged, and the connection goes to that very address. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';
import { OutboundTrouble } from './outbound-trouble.ts';
import type { PrivateHosts } from './private-hosts.ts';

/** @throws OutboundTrouble `not-encrypted`, `private-address` or `unknown-host` */
export async function resolveHost(
  { host, port, tls }: { host: string; port: number; tls: 'tls' | 'starttls' | 'none' },
  privateHosts: PrivateHosts,
): Promise<string> {
  const name = host.toLowerCase();
  const mayBePrivate = privateHosts.has(name) || privateHosts.has(`${name}:${port}`);
  if (tls === 'none' && !mayBePrivate) throw new OutboundTrouble('not-encrypted');
  const address = isIP(host) === 0 ? await lookUp(host) : host;
  if (!mayBePrivate && !isPublicAddress(address)) throw new OutboundTrouble('private-address');
  return address;
}

async function lookUp(host: string): Promise<string> {
  try {
    return (await lookup(host)).address;
  } catch {
    throw new OutboundTrouble('unknown-host');
  }
}
