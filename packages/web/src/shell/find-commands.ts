/** What the palette offers for the words typed so far. */
import type { KeyActionId } from '../keys/key-actions.ts';
import type { PageEntry } from '../routes.tsx';

export interface Command {
  id: string;
  name: string;
  /** Small words beside the name that say what kind of thing it is. */
  kind: string;
  key?: KeyActionId;
  run: () => void;
}

/** Every typed word must begin a word of the command; commands whose name begins with the text come first. */
export function findCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...commands];
  const start = words.join(' ');
  return commands
    .filter((command) => {
      const parts = `${command.name} ${command.kind}`.toLowerCase().split(/[\s,]+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .toSorted((one, other) => Number(begins(other, start)) - Number(begins(one, start)));
}

/** One command per page of the rail. */
export const pageCommands = (pages: readonly PageEntry[], go: (path: string) => void): Command[] =>
  pages.flatMap((page) =>
    page.rail
      ? [{ id: `page:${page.path}`, name: page.rail.name, kind: 'page', key: page.rail.go, run: () => go(page.path) }]
      : [],
  );

const begins = (command: Command, start: string): boolean => command.name.toLowerCase().startsWith(start);
