/**
 * Root causes as lines: one a line, a cause under a cause set in by two spaces or a tab, up to three tiers. So a tree is
 * written, moved and pasted like a list.
 */
import type { RootCause } from '@rapport/contract';

const deepest = 2;

export function writeCauseLines(causes: readonly RootCause[]): string {
  const write = (tree: readonly Cause[], depth: number): string[] =>
    tree.flatMap(({ name, children = [] }) => [`${'  '.repeat(depth)}${name}`, ...write(children, depth + 1)]);
  return write(causes, 0).join('\n');
}

interface Cause {
  id: string;
  name: string;
  children?: readonly Cause[];
}

/** A cause keeps the id of the cause of the same path in `before`, so that rewording one leaves the others as they are. */
export function readCauseLines(text: string, before: readonly RootCause[] = []): RootCause[] {
  const known = idsByPath(before);
  const taken = new Set(known.values());
  const idOf = (path: string): string => {
    const found = known.get(path);
    if (found !== undefined) return found;
    let number = 1;
    while (taken.has(`cause-${number}`)) number += 1;
    taken.add(`cause-${number}`);
    return `cause-${number}`;
  };
  const top: RootCause[] = [];
  for (const line of text.split('\n')) {
    const name = line.trim().slice(0, 80);
    if (name === '') continue;
    const indent = Math.floor((/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '  ').length / 2);
    const parent = top.at(-1);
    const middle = parent?.children.at(-1);
    const depth = Math.min(indent, deepest, parent === undefined ? 0 : middle === undefined ? 1 : deepest);
    if (depth === 0 || parent === undefined) top.push({ id: idOf(name), name, children: [] });
    else if (depth === 1 || middle === undefined) {
      parent.children.push({ id: idOf(`${parent.name}\n${name}`), name, children: [] });
    } else middle.children.push({ id: idOf(`${parent.name}\n${middle.name}\n${name}`), name });
  }
  return top;
}

function idsByPath(causes: readonly Cause[], above = ''): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name, children = [] } of causes) {
    const path = `${above}${name}`;
    ids.set(path, id);
    for (const [below, belowId] of idsByPath(children, `${path}\n`)) ids.set(below, belowId);
  }
  return ids;
}
