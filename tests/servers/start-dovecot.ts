/** A real Dovecot with one mailbox of its own, on a free port of this machine, gone when it is stopped. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../running-server.ts';

export const dovecotPath = '/usr/sbin/dovecot';
export const hasDovecot = existsSync(dovecotPath) && process.getuid?.() === 0;

export interface RunningDovecot {
  port: number;
  user: string;
  password: string;
  /** Puts a mail into a folder, as the server itself does it. */
  deliver(mail: string, folder?: 'INBOX' | 'Sent'): void;
  /** Names of the mails of a folder with their flags, as they lie on the disk: an S behind the comma means seen. */
  listFiles(folder?: 'INBOX' | 'Sent'): string[];
  /** Gives a folder new numbers, as after a restore. */
  renumber(folder?: 'INBOX' | 'Sent'): void;
  stop(): Promise<void>;
}

const user = 'support@shop.example';
const password = 'app-password';

export async function startDovecot(): Promise<RunningDovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-dovecot-'));
  chmodSync(folder, 0o755);
  const port = await findFreePort();
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  const { uid, gid } = nobody();
  chownSync(mail, uid, gid);
  writeFileSync(join(folder, 'users'), `${user}:{PLAIN}${password}:${uid}:${gid}::${folder}::\n`, { mode: 0o644 });
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configOf({ folder, mail, port }));
  const child = spawn(dovecotPath, ['-F', '-c', config], { stdio: 'ignore' });
  await untilAnswers(port, child);
  const pathOf = (name: string) => (name === 'INBOX' ? mail : join(mail, `.${name}`));
  const doveadm = (...rest: string[]) =>
    execFileSync('/usr/bin/doveadm', ['-c', config, ...rest], { encoding: 'utf8' });
  return {
    ...{ port, user, password },
    deliver: (text, name = 'INBOX') => {
      execFileSync('/usr/bin/doveadm', ['-c', config, 'save', '-u', user, '-m', name], { input: text });
    },
    listFiles: (name = 'INBOX') =>
      execFileSync(
        '/usr/bin/find',
        [join(pathOf(name), 'cur'), join(pathOf(name), 'new'), '-type', 'f', '-printf', '%f\n'],
        {
          encoding: 'utf8',
        },
      )
        .split('\n')
        .filter((one) => one !== ''),
    renumber: (name = 'INBOX') => {
      doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(Math.floor(Date.now() / 1000) + 7), name);
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'mail'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const configOf = ({ folder, mail, port }: { folder: string; mail: string; port: number }): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}
mail_privileged_group = mail
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
`;

async function untilAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`dovecot ended with ${child.exitCode}`);
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.setTimeout(1000, () => resolve(false));
      socket.once('data', () => socket.end());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('dovecot did not answer');
}
