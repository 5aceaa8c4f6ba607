/**
 * The door of the command line. Commands that read a file by themselves do so in a process that this one watches, so the
 * door itself loads next to nothing.
 */
import { isWatched, readsFile, runWatched } from './run-watched.ts';

if (readsFile(process.argv) && !isWatched()) process.exitCode = await runWatched();
else await import('./program.ts');
