/** Which agents carry one name in several places, so that a person need only confirm that they are one. */
import type { Author } from '@rapport/contract';

/** Groups of two and more, who wrote most first in each; only a proposal, for two people may share a name. */
export function likelySame(authors: readonly Author[]): Author[][] {
  const groups = new Map<string, Author[]>();
  for (const author of authors) {
    const name = plainName(author.name);
    if (author.role !== 'agent' || !name.includes(' ')) continue;
    groups.set(name, [...(groups.get(name) ?? []), author]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => b.messages - a.messages));
}

/** "Lee, Ann" and "ann  LEE" are "ann lee". A single word is shared by too many to propose anything. */
function plainName(name: string): string {
  const [last = '', first] = name.split(',', 2);
  const whole = first === undefined ? last : `${first} ${last}`;
  return whole
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
