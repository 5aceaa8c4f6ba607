/** What the process says when it ends; the same list stands in `docs/command-line.md` and under `--help`. */
export const exitCodes = {
  /** Everything asked for was done. */
  done: 0,
  /** Something of ours went wrong. */
  failed: 1,
  /** The command or its arguments cannot be understood. */
  usage: 2,
  /** The file cannot be read at all; nothing was changed. */
  unreadable: 3,
  /** Done, but some rows were refused; they are named on stderr. */
  partly: 4,
  /** `verify` found a broken promise. */
  broken: 5,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
