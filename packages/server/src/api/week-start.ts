/** A working week begins on Monday; goals count from there. In UTC, as every instant of the store. */
export const dayMilliseconds = 86_400_000;

export function weekStartOf(now: Date): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(midnight - ((now.getUTCDay() + 6) % 7) * dayMilliseconds);
}
