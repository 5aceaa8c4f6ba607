/** All that the command line knows. One file per command; this one only gathers them and turns errors into sentences. */
import { RapportError } from '@rapport/contract';
import { Command, CommanderError } from 'commander';
import { addAccuracy } from './commands/accuracy.ts';
import { addAnalyse } from './commands/analyse.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addErase } from './commands/erase.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addImportArticles } from './commands/import-articles.ts';
import { addJudge } from './commands/judge.ts';
import { addLabel } from './commands/label.ts';
import { addOwner } from './commands/owner.ts';
import { addPastReviews } from './commands/past-reviews.ts';
import { addRescore } from './commands/rescore.ts';
import { addRetention } from './commands/retention.ts';
import { addScore } from './commands/score.ts';
import { addSeed } from './commands/seed.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { addWorker } from './commands/worker.ts';
import { addWorkspace } from './commands/workspace.ts';
import { exitCodes } from './exit-codes.ts';
import { findInstallation } from './installation.ts';
import { isWatched } from './run-watched.ts';

const program = new Command('rapport')
  .description('Quality of customer service, read from your own conversations, on your own machine.')
  .version(findInstallation().version)
  .showHelpAfterError('Say --help after any command for what it takes.')
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: ${Object.entries(exitCodes)
      .map(([name, code]) => `${code} ${name}`)
      .join(', ')}.`,
  );
for (const add of [
  addServe,
  addWorker,
  addImport,
  addImportArticles,
  addPastReviews,
  addSeed,
  addAnalyse,
  addScore,
  addLabel,
  addAccuracy,
  addOwner,
  addWorkspace,
  addVerify,
  addJudge,
  addRescore,
  addExport,
  addErase,
  addRetention,
  addBackup,
  addRestore,
])
  add(program);

// Without whoever watches it, a process that reads a foreign file must not go on.
if (isWatched()) {
  process.once('disconnect', () => process.exit(exitCodes.failed));
  process.channel?.unref();
}

// A reader that stops early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof RapportError) {
    process.stderr.write(`${error.message}\n`);
    if (error.code === 'unreadable-file') return exitCodes.unreadable;
    return error.code === 'bad-request' ? exitCodes.usage : exitCodes.failed;
  }
  process.stderr.write(`Something of ours went wrong: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.RAPPORT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCodes.failed;
}
