import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

type Place = {
  /** The folder Rapport was checked out or unpacked into. */
  checkoutFolder: string;
  /** RAPPORT_DATA: decides alone when set. A relative path counts from `callerFolder`. */
  wanted?: string | undefined;
  /** Where the user typed the command (INIT_CWD under npm). */
  callerFolder?: string | undefined;
  runsAsRoot?: boolean;
};

/**
 * Answers where everything Rapport keeps on disk lives.
 *
 * - RAPPORT_DATA when it is set;
 * - as root `/var/lib/rapport/<folder name>-<8 hex of the real path>`: PostgreSQL then runs under another user, who may
 *   not be able to enter the checkout (a root home is closed), and two checkouts must never share one database;
 * - otherwise `.rapport` in the checkout, where everything can be seen and removed together;
 * - when the checkout is read-only, the same name under the user's own data folder.
 */
export async function findDataFolder({
  checkoutFolder,
  wanted,
  callerFolder,
  runsAsRoot = process.getuid?.() === 0,
}: Place): Promise<string> {
  if (wanted !== undefined && wanted !== '') return resolve(callerFolder ?? process.cwd(), wanted);
  const checkout = await realpath(checkoutFolder);
  const ownName = `${basename(checkout)}-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}`;
  if (runsAsRoot) return join('/var/lib/rapport', ownName);
  const writable = await access(checkout, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (writable) return join(checkout, '.rapport');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'rapport', ownName);
}
