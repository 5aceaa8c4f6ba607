/**
 * Runs the server with a bounded heap. A heap that may grow is a heap that does: Node would let the garbage of some
 * thousand page views lie until there are 800 MB of it, and how much there may be can only be said when a process starts.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { programArguments, serverHeap } from './installation.ts';

/** False where somebody has said how much there may be, as the container and the tests do. */
export const needsBound = (argv: readonly string[], said: readonly string[]): boolean =>
  argv[2] === 'serve' && !said.some((one) => one.includes('--max-old-space-size'));

/** @returns the exit code */
export async function runBounded(): Promise<number> {
  const child = spawn(process.execPath, [serverHeap, ...programArguments(), ...process.argv.slice(2)], {
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let asked = false;
  // Ctrl-C reaches both, and a second signal means "at once": so the first is handed on as the end of the channel.
  const stop = (): void => {
    if (asked) child.kill('SIGKILL');
    else if (child.connected) child.disconnect();
    asked = true;
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('exit', (...how) => resolve(how));
    child.once('error', reject);
  });
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
