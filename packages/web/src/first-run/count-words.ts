/** Counts, file sizes, speeds and times left, as words. */

export const countWords = (count: number): string => count.toLocaleString();

/** "1 conversation", "4,844 conversations". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${countWords(count)} ${count === 1 ? one : many}`;

/** "800 bytes", "12 kB", "3.4 MB", "412 MB", "1.2 GB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return countOf(Math.round(bytes), 'byte');
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1e9) return `${shortNumber(bytes / 1e6)} MB`;
  return `${shortNumber(bytes / 1e9)} GB`;
}

/** "about 21 minutes left"; never surer than a speed that changes allows. */
export function timeLeftWords(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 50) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  if (seconds < 90) return 'about a minute left';
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes left`;
  return `about ${shortNumber(seconds / 3600)} hours left`;
}

/** "340 conversations a second", "12 conversations a minute". */
export function speedWords(perSecond: number): string {
  if (perSecond >= 0.95) return `${countOf(Math.round(perSecond), 'conversation')} a second`;
  return `${countOf(Math.max(1, Math.round(perSecond * 60)), 'conversation')} a minute`;
}

const shortNumber = (value: number): string =>
  value < 10 ? value.toLocaleString(undefined, { maximumFractionDigits: 1 }) : countWords(Math.round(value));
