/** The other side of `read-apart.ts`: one task in, one answer out, and what is wrong with it as values. */
import { parentPort } from 'node:worker_threads';
import { type ErrorCode, type ErrorParts, RapportError } from '@rapport/contract';
import { type ReadAnswer, type ReadTask, readTask } from './read-task.ts';

export type ThreadAnswer =
  | { read: ReadAnswer }
  | { refused: { code: ErrorCode; parts: ErrorParts } }
  | { broke: string };

parentPort?.on('message', (task: ReadTask) => {
  parentPort?.postMessage(answer(task));
});

function answer(task: ReadTask): ThreadAnswer {
  try {
    return { read: readTask(task) };
  } catch (error) {
    if (error instanceof RapportError) return { refused: { code: error.code, parts: error.parts } };
    // Names the place and not the words: a message of a parser may quote them.
    return {
      broke: error instanceof Error ? `${error.name} ${(error.stack ?? '').split('\n')[1]?.trim()}` : 'unknown',
    };
  }
}
