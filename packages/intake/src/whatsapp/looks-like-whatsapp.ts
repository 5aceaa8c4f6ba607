import { readStampedLine } from './read-stamped-line.ts';

/** The first line that says anything begins a message, and most of a chat's lines do. */
export function looksLikeWhatsApp(head: string): boolean {
  const lines = head
    .slice(0, 100_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  const [first] = lines;
  if (first === undefined || readStampedLine(first) === null) return false;
  const stamped = lines.map(readStampedLine).filter((line) => line !== null);
  return stamped.some(({ author }) => author !== '') && stamped.length * 4 >= lines.length;
}
