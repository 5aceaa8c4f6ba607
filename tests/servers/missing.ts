/** A server that is not installed is passed over where a person works, and a failure where everything is to be checked. */
export function missing(isThere: boolean, what: string): void {
  if (isThere) return;
  if (process.env.CI) throw new Error(`${what} is not installed: .ci/run installs it before it calls this check`);
  process.stderr.write(`Skipped: ${what} is not installed here, or this is not root.\n`);
}
