/** A real Request Tracker 5 with a database of its own, seeded, on a free port of this machine, gone when it is stopped. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../running-server.ts';

const httpd = '/usr/share/request-tracker5/libexec/standalone_httpd';
const setUp = '/usr/sbin/rt-setup-database-5';
export const hasRequestTracker =
  [httpd, setUp, '/usr/share/doc/rt5-db-sqlite', '/usr/bin/starman'].every((path) => existsSync(path)) &&
  process.getuid?.() === 0;

export interface RunningRequestTracker {
  origin: string;
  /** Of the agent Ben Hale. */
  token: string;
  /** Answers a ticket, as an agent does. */
  answer(ticket: number, text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startRequestTracker(): Promise<RunningRequestTracker> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-rt-'));
  const port = await findFreePort();
  const config = join(folder, 'RT_SiteConfig.pm');
  writeFileSync(config, configOf(join(folder, 'rt.sqlite'), port));
  // The system's own settings, made when the package was installed, must not be mixed in.
  const env = { ...process.env, RT_SITE_CONFIG: config, RT_SITE_CONFIG_DIR: join(folder, 'none') };
  execFileSync(setUp, ['--action', 'init', '--dba-password', ''], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const seed = fileURLToPath(new URL('seed-request-tracker.pl', import.meta.url));
  const said = execFileSync('/usr/bin/perl', [seed], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const token = said.trim().split('\n').at(-1) ?? '';
  const child = spawn('/usr/bin/perl', [httpd, '--host', '127.0.0.1', '--port', String(port)], {
    env,
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${origin}/REST/2.0/rt`, { headers }).catch(() => null);
    if (answer?.status === 200) break;
    if (tries > 240 || child.exitCode !== null) throw new Error(`Request Tracker did not answer (${answer?.status})`);
    await sleep(250);
  }
  await warmUp(`${origin}/REST/2.0`, headers);
  return {
    ...{ origin, token },
    answer: async (ticket, text) => {
      const body = JSON.stringify({ Content: text, ContentType: 'text/plain' });
      const done = await fetch(`${origin}/REST/2.0/ticket/${ticket}/correspond`, { method: 'POST', headers, body });
      if (done.status !== 201) throw new Error(`the answer was not taken: ${done.status} ${await done.text()}`);
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(5000).then(() => child.kill('SIGKILL'))]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each worker compiles what it needs when it is first asked; an RT at work has long done so. */
async function warmUp(base: string, headers: Record<string, string>): Promise<void> {
  const paths = ['ticket/1', 'ticket/1/history?fields=Type,Creator,Created,Data', 'tickets?query=id>0', 'user/ben'];
  for (let round = 0; round < 3; round++) {
    for (const path of paths) {
      await Promise.all([0, 1].map(async () => (await fetch(`${base}/${path}`, { headers })).arrayBuffer()));
    }
  }
}

const configOf = (database: string, port: number): string => `
Set($rtname, 'rapport.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${database}');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($WebSessionClass, 'Apache::Session::File');
1;
`;
