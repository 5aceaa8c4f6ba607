import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';

/** The unprivileged account PostgreSQL runs under when Rapport itself runs as root. */
export type SystemUser = { uid: number; gid: number; name: string };

const candidates = ['rapport', 'postgres', 'node', 'nobody'];

type Search = {
  /** RAPPORT_PG_USER: tried before all others, and an error when it does not exist. */
  wanted?: string | undefined;
  /** Where a cluster may exist. Its owner goes before every name: PostgreSQL refuses data of somebody else. */
  dataFolder: string;
  /** The account list; a parameter so that a test can bring its own. */
  passwdFile?: string;
};

/**
 * Finds who shall run PostgreSQL: `null` (we ourselves) unless we are root, because initdb and postgres refuse root.
 *
 * @throws DatabaseError `no_system_user`
 */
export async function findSystemUser({
  wanted,
  dataFolder,
  passwdFile = '/etc/passwd',
}: Search): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = parseAccounts(await readFile(passwdFile, 'utf8').catch(() => ''));
  const owner = await findClusterOwner(dataFolder);
  if (owner !== null) {
    const name = [...accounts.values()].find(({ uid }) => uid === owner.uid)?.name ?? `uid ${owner.uid}`;
    return { uid: owner.uid, gid: owner.gid, name };
  }

  const names = wanted === undefined ? candidates : [wanted];
  for (const name of names) {
    const account = accounts.get(name);
    if (account !== undefined && account.uid !== 0) return account;
  }
  throw new DatabaseError('no_system_user', {
    what: `Rapport runs as root and found no unprivileged user to run PostgreSQL (looked for: ${names.join(', ')}).`,
    why: 'PostgreSQL refuses to run as root, because a fault in it would then own the machine.',
    wayOut: 'Create one with "useradd --system rapport", name an existing one in RAPPORT_PG_USER, or set DATABASE_URL.',
  });
}

async function findClusterOwner(dataFolder: string): Promise<{ uid: number; gid: number } | null> {
  const names = await readdir(dataFolder).catch(() => []);
  for (const name of names.filter((entry) => /^pg\d+$/.test(entry))) {
    const owner = await stat(join(dataFolder, name, 'data')).catch(() => null);
    if (owner !== null && owner.uid !== 0) return owner;
  }
  return null;
}

/** Reads lines of the form `name:x:uid:gid:…`; anything else in the file is passed over. */
export function parseAccounts(passwd: string): Map<string, SystemUser> {
  const accounts = new Map<string, SystemUser>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) continue;
    if (!/^-?\d+$/.test(uid) || !/^-?\d+$/.test(gid)) continue;
    accounts.set(name, { name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
