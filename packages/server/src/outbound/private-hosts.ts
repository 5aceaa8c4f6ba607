/** Hosts on private networks that an administrator has named: self-hosted helpdesks live there, and so do databases. */
import { RapportError } from '@rapport/contract';
import type { Environment } from '../serve-settings.ts';

/** Names as they stand in an address: `rt.lan` for its usual ports, or `rt.lan:8080` for that port alone. */
export type PrivateHosts = ReadonlySet<string>;

/** @throws RapportError `bad-request` when RAPPORT_PRIVATE_HOSTS holds something that is no host */
export function readPrivateHosts(environment: Environment): PrivateHosts {
  const given = (environment.RAPPORT_PRIVATE_HOSTS ?? '').split(',').flatMap((one) => one.trim().toLowerCase() || []);
  for (const one of given) {
    const url = URL.canParse(`http://${one}`) ? new URL(`http://${one}`) : null;
    if (url !== null && url.pathname === '/' && url.search === '' && url.username === '' && !one.includes('/'))
      continue;
    throw new RapportError('bad-request', {
      what: `RAPPORT_PRIVATE_HOSTS holds "${one}", which is no host.`,
      why: 'Rapport does not open private networks on a guess.',
      wayOut: 'Write names with commas between them, such as rt.lan,helpdesk.lan:8080.',
    });
  }
  return new Set(given);
}

/** Whether this address may lie on a private network. Without a port in the setting the usual ports are meant. */
export const isPrivateHostAllowed = (hosts: PrivateHosts, url: URL): boolean =>
  hosts.has(url.host) || hosts.has(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`);
