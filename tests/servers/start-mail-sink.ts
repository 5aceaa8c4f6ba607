/** A real SMTP server that keeps what it is given, on a free port of this machine. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { findFreePort } from '../running-server.ts';

const sink = '/usr/bin/aiosmtpd';
export const hasMailSink = existsSync(sink);

export interface RunningMailSink {
  url: string;
  /** Everything received so far, envelope and all, as text. */
  received(): string;
  stop(): Promise<void>;
}

export async function startMailSink(): Promise<RunningMailSink> {
  const port = await findFreePort();
  const handler = ['-c', 'aiosmtpd.handlers.Debugging', 'stdout'];
  const child = spawn('/usr/bin/python3', ['-u', sink, '-n', '-l', `127.0.0.1:${port}`, ...handler], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  for (let tries = 0; tries < 200; tries++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('data', () => {
        socket.end('QUIT\r\n');
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isThere) break;
    if (tries === 199 || child.exitCode !== null) throw new Error('the mail sink did not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => text,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
