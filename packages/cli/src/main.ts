/**
 * The door of the command line. Commands that read a file by themselves do so in a process that this one watches, and the
 * server runs in one with a bounded heap; so the door itself loads next to nothing.
 */
import { needsBound, runBounded } from './run-bounded.ts';
import { isWatched, readsFile, runWatched } from './run-watched.ts';

const said = [...process.execArgv, process.env.NODE_OPTIONS ?? ''];
if (needsBound(process.argv, said)) process.exitCode = await runBounded();
else if (readsFile(process.argv) && !isWatched()) process.exitCode = await runWatched();
else await import('./program.ts');
