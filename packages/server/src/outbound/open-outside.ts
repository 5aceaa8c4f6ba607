/** Everything that is needed to ask a machine that is not ours: the way out, the key of stored secrets, a short memory. */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSecretKey, rememberSecretKey, type SecretKey } from '../secrets/load-secret-key.ts';
import type { Environment } from '../serve-settings.ts';
import { type PrivateHosts, readPrivateHosts } from './private-hosts.ts';
import { createOutbound, type SendOutside } from './send-outside.ts';
import { createShortMemories, type ShortMemory } from './short-memory.ts';

export interface Outside {
  send: SendOutside;
  privateHosts: PrivateHosts;
  /** Loaded when it is first needed: without connections there is no key. */
  secretKey: () => Promise<SecretKey>;
  memoryOf: (key: string) => ShortMemory;
  /** Before something is asked a second time. */
  wait: (milliseconds: number) => Promise<void>;
}

/** @throws RapportError `bad-request` when a setting is unclear */
export function openOutside(o: { environment: Environment; dataFolder: string; now: () => number }): Outside {
  const privateHosts = readPrivateHosts(o.environment);
  return {
    send: createOutbound({ privateHosts, keepConnections: true }),
    privateHosts,
    secretKey: rememberSecretKey(() =>
      loadSecretKey({ dataFolder: o.dataFolder, wanted: o.environment.RAPPORT_SECRET }),
    ),
    memoryOf: createShortMemories(o.now),
    wait: (milliseconds) => sleep(milliseconds),
  };
}
