/**
 * One orderly stop for Ctrl-C, for `kill`, and for the end of the process that started this one. A second signal ends at
 * once: whoever asks twice means it, and everything acknowledged is safe anyway.
 */
export function stopOnSignals(stop: () => Promise<void>): { stopped: Promise<void> } {
  const stopped = new Promise<void>((resolve, reject) => {
    let asked = false;
    const ask = (): void => {
      if (asked) return;
      asked = true;
      stop().then(resolve, reject);
    };
    const signal = (): void => {
      if (asked) process.exit(1);
      ask();
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, signal);
    if (process.send !== undefined) process.once('disconnect', ask);
  });
  return { stopped };
}
