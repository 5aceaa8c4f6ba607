/** The other side of `read-apart.ts`: one task in, one answer out, and what is wrong with it as values. */
import { parentPort } from 'node:worker_threads';
import { type ErrorCode, type ErrorParts, RapportError } from '@rapport/contract';

export type ThreadAnswer<Answer> =
  | { read: Answer }
  | { refused: { code: ErrorCode; parts: ErrorParts } }
  | { broke: string };

/** For the program of a thread: answers every task it is sent. */
export function answerTasks<Task, Answer>(read: (task: Task) => Answer | Promise<Answer>): void {
  parentPort?.on('message', (task: Task) => {
    void answer(read, task).then((answered) => parentPort?.postMessage(answered));
  });
}

async function answer<Task, Answer>(
  read: (task: Task) => Answer | Promise<Answer>,
  task: Task,
): Promise<ThreadAnswer<Answer>> {
  try {
    return { read: await read(task) };
  } catch (error) {
    if (error instanceof RapportError) return { refused: { code: error.code, parts: error.parts } };
    // Names the place and not the words: a message of a parser may quote them.
    return {
      broke: error instanceof Error ? `${error.name} ${(error.stack ?? '').split('\n')[1]?.trim()}` : 'unknown',
    };
  }
}
