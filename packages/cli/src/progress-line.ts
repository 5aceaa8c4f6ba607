/**
 * One line on stderr that is written over while long work runs; silent when stderr is no terminal. Whoever watches this
 * process hears of the same work, terminal or not.
 */
import { giveSignsOfLife, type SignsOfLife } from '@rapport/server/watch-child';
import { isWatched } from './run-watched.ts';

export interface ProgressLine {
  show: (sentence: string) => void;
  end: (sentence?: string) => void;
}

export function openProgressLine(stream: NodeJS.WriteStream = process.stderr, everyMs = 100): ProgressLine {
  let last = 0;
  let shown = false;
  return {
    show(sentence) {
      signs()?.doing(sentence);
      const now = Date.now();
      if (!stream.isTTY || now - last < everyMs) return;
      last = now;
      shown = true;
      stream.write(`\r\x1b[2K${sentence}`);
    },
    end(sentence) {
      if (shown) stream.write('\r\x1b[2K');
      if (sentence !== undefined) stream.write(`${sentence}\n`);
    },
  };
}

/** The file is read: what follows is our own arithmetic, which may take minutes over a large table without a word. */
export function announceComputing(): void {
  signs()?.computing(3600);
}

let given: SignsOfLife | null = null;

function signs(): SignsOfLife | null {
  if (given === null && isWatched()) given = giveSignsOfLife();
  return given;
}
