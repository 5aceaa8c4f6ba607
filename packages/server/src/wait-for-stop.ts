/**
 * Resolves when this process is asked to stop: by Ctrl-C, by `kill`, or because the process that started it is gone. Call
 * it before anything slow is started, or the asking may come before anybody listens. A second signal ends the process at
 * once: whoever asks twice means it, and everything acknowledged is safe anyway.
 */
export function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      // The channel to the parent has done its work; held on to, it would keep this process from ending.
      process.channel?.unref();
      resolve();
    };
    const signal = (): void => {
      if (asked) process.exit(1);
      asked = true;
      stop();
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, signal);
    const isChild = process.send !== undefined;
    if (isChild) process.once('disconnect', stop);
    if (isChild && !process.connected) stop();
  });
}
