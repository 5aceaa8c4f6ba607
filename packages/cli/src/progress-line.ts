/** One line on stderr that is written over while long work runs; silent when stderr is no terminal. */
export interface ProgressLine {
  show: (sentence: string) => void;
  end: (sentence?: string) => void;
}

export function openProgressLine(stream: NodeJS.WriteStream = process.stderr, everyMs = 100): ProgressLine {
  let last = 0;
  let shown = false;
  return {
    show(sentence) {
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
