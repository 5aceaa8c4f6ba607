/** An instant of the store as it travels: ISO in UTC, or null. */
export function isoOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
