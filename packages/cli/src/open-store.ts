/** The store for a command: joins the running database or starts it, and leaves things as it found them. */
import { type OpenRapport, openRapport } from '@rapport/server/open-rapport';
import { findInstallation } from './installation.ts';

export async function withRapport<Result>(work: (open: OpenRapport) => Promise<Result>): Promise<Result> {
  const open = await openRapport({
    environment: process.env,
    rootFolder: findInstallation().rootFolder,
    log: stderrLog,
  });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Warnings and errors only: stdout belongs to the data, and progress has its own line. */
export const stderrLog = {
  info: () => undefined,
  warn: (_: object, message: string) => void process.stderr.write(`${message}\n`),
  error: (_: object, message: string) => void process.stderr.write(`${message}\n`),
};
