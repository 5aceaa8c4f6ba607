/** What the environment says about accounts; anything unclear is refused in one sentence rather than guessed. */
import { createHmac } from 'node:crypto';
import { RapportError } from '@rapport/contract';
import { type PrivateHosts, readPrivateHosts } from '../outbound/private-hosts.ts';
import { loadSecretKey } from '../secrets/load-secret-key.ts';
import { type Environment, isReachable, type ServeSettings } from '../serve-settings.ts';
import { isLoopbackName } from './loopback-name.ts';

export interface SingleSignOnSettings {
  /** As the button says it. */
  name: string;
  /** Address of the provider, such as https://id.example.org/realms/support. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Hosts besides the provider's own that may lie on private networks, where it names such. */
  privateHosts: PrivateHosts;
  /** For each question to the provider; absent: ten seconds. */
  limitMilliseconds?: number;
}

export interface AccountSettings {
  /** True where others than the person at this machine can reach the server: then nobody gets in without an account. */
  wanted: boolean;
  /** The address people type, when a proxy stands in front. */
  publicUrl: string | undefined;
  /** Signs what browsers hold; 32 bytes or more that nobody knows. */
  secret: string;
  singleSignOn: SingleSignOnSettings | null;
}

/** @throws RapportError `bad-request` when a setting is unclear */
export async function readAccountSettings(
  environment: Environment,
  serve: Pick<ServeSettings, 'host' | 'publicUrl'>,
  dataFolder: string,
): Promise<AccountSettings> {
  const key = await loadSecretKey({ dataFolder, wanted: environment.RAPPORT_SECRET });
  return {
    wanted: isReachable(serve),
    publicUrl: serve.publicUrl,
    // Derived, so that what signs cookies opens no sealed secret and the other way round.
    secret: createHmac('sha256', key.bytes).update('sessions').digest('hex'),
    singleSignOn: readSingleSignOn(environment),
  };
}

/** @throws RapportError `bad-request` when single sign-on is set in part, or its issuer is no https address */
export function readSingleSignOn(environment: Environment): SingleSignOnSettings | null {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const [issuer, clientId, clientSecret] = [
    read('RAPPORT_OIDC_ISSUER'),
    read('RAPPORT_OIDC_CLIENT_ID'),
    read('RAPPORT_OIDC_CLIENT_SECRET'),
  ];
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new RapportError('bad-request', {
      what: 'Single sign-on is set in part.',
      why: 'Rapport does not start on a guess.',
      wayOut: 'Set RAPPORT_OIDC_ISSUER, RAPPORT_OIDC_CLIENT_ID and RAPPORT_OIDC_CLIENT_SECRET, or none of them.',
    });
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  // Without TLS anybody on the way could say who signs in; a provider on this very machine is for trying it.
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackName(url.hostname));
  if (url === null || !isSafe) {
    throw new RapportError('bad-request', {
      what: `The setting RAPPORT_OIDC_ISSUER is "${issuer}".`,
      why: 'Who signs in is told by this address, so it must be reached over TLS.',
      wayOut: 'Set it to an address such as https://id.example.org.',
    });
  }
  return {
    name: read('RAPPORT_OIDC_NAME') ?? 'Single sign-on',
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    privateHosts: readPrivateHosts(environment),
  };
}
