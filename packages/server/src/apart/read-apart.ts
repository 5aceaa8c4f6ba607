/**
 * Reads foreign bytes in a thread of its own, so that those who wait for a page do not wait for them: a megabyte made of
 * nothing but phone numbers takes seconds to mask. The thread has a memory of its own and may be ended.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RapportError } from '@rapport/contract';
import type { ThreadAnswer } from './answer-tasks.ts';

/** Tasks and answers are nothing but what can be sent from one thread to another. */
export interface ReaderApart<Task, Answer> {
  /** @throws RapportError `bad-request` for what cannot be read, or not in time; `too-many-requests` when many wait */
  read(task: Task): Promise<Answer>;
}

export interface ReaderLimits {
  milliseconds: number;
  heapMegabytes: number;
  waiting: number;
  /** How long a thread that has nothing to do is kept. */
  idleMilliseconds: number;
}

const usual: ReaderLimits = { milliseconds: 20_000, heapMegabytes: 192, waiting: 20, idleMilliseconds: 60_000 };

/**
 * One task at a time, in the order of their coming.
 * @param program of the thread: it answers with `answerTasks`, and what it answers with is the caller's word
 */
export function openReaderApart<Task, Answer>(
  program: URL,
  limits: Partial<ReaderLimits> = {},
): ReaderApart<Task, Answer> {
  const { milliseconds, heapMegabytes, waiting: mostWaiting, idleMilliseconds } = { ...usual, ...limits };
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const fresh = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
    });
    fresh.unref();
    fresh.once('exit', () => {
      if (thread === fresh) thread = null;
    });
    return fresh;
  };
  const end = (): void => {
    const ended = thread;
    thread = null;
    void ended?.terminate();
  };

  const readOne = async (task: Task): Promise<Answer> => {
    clearTimeout(idle);
    thread ??= start();
    const answer = await ask<Answer>(thread, task, milliseconds);
    if (answer === null) end();
    idle = setTimeout(end, idleMilliseconds).unref();
    if (answer === null) throw tooMuch(milliseconds);
    if ('read' in answer) return answer.read;
    if ('refused' in answer) throw new RapportError(answer.refused.code, answer.refused.parts);
    throw new Error(`reading apart broke: ${answer.broke}`);
  };

  return {
    async read(task) {
      if (waiting >= mostWaiting) throw manyWait();
      waiting += 1;
      const mine = last.then(() => readOne(task));
      last = mine.catch(() => {});
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** @returns null when it took too long, or the thread ran out of its memory */
function ask<Answer>(thread: Worker, task: unknown, milliseconds: number): Promise<ThreadAnswer<Answer> | null> {
  return new Promise((resolve) => {
    const settle = (answer: ThreadAnswer<Answer> | null): void => {
      clearTimeout(timer);
      thread.off('message', settle);
      thread.off('error', died);
      thread.off('exit', died);
      resolve(answer);
    };
    const died = (error: unknown): void => {
      const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(isFull ? null : { broke: error instanceof Error ? error.message : 'the thread ended' });
    };
    const timer = setTimeout(() => settle(null), milliseconds);
    thread.on('message', settle);
    thread.on('error', died);
    thread.on('exit', died);
    thread.postMessage(task);
  });
}

/** Built, it lies beside this file. In development it is this folder's source, and a thread needs its own loader for that. */
export function threadProgram(name: 'reading-thread' | 'table-thread' | 'transcript-thread'): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL(`./${name}.mjs`, import.meta.url);
  const source = new URL(`./${name}.ts`, import.meta.url).href;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('dist/esm/api/index.mjs', tsx).href;
  const script = `import { register } from '${loader}'; register(); await import('${source}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const tooMuch = (milliseconds: number): RapportError =>
  new RapportError('bad-request', {
    what: `This could not be read within ${milliseconds / 1000} seconds.`,
    why: 'Nothing of it was stored.',
    wayOut: 'Send it in smaller parts.',
  });

const manyWait = (): RapportError =>
  new RapportError('too-many-requests', {
    what: 'Many are being read already.',
    why: 'Nothing of this one was stored.',
    wayOut: 'Send it again in half a minute.',
  });
