/** Which authors a person should look at, what is proposed for them, and what was changed. */
import type { Author, AuthorRole } from '@rapport/contract';

/** What will hold if the person says nothing. */
export const proposedRole = (author: Pick<Author, 'role' | 'proposedRole'>): AuthorRole =>
  author.proposedRole ?? author.role;

/**
 * True where a look pays: Rapport proposes something else than was said or guessed, or one name may hide several
 * people. A role that was merely guessed is not in doubt by that alone, or the list would be as long as the file.
 */
export const isDoubtful = (author: Pick<Author, 'proposedRole' | 'hints'>): boolean =>
  author.proposedRole !== null || author.hints.includes('shared-name');

export interface AuthorGroups {
  doubtful: Author[];
  clear: Author[];
}

/** Doubtful ones apart and on top; within each, those who wrote most first. */
export function groupAuthors(authors: readonly Author[]): AuthorGroups {
  const sorted = [...authors].sort((one, other) => other.messages - one.messages);
  return { doubtful: sorted.filter(isDoubtful), clear: sorted.filter((author) => !isDoubtful(author)) };
}

export type Choices = Readonly<Record<string, AuthorRole>>;

export const chosenRole = (author: Author, choices: Choices): AuthorRole => choices[author.id] ?? proposedRole(author);

/** Only what differs from the proposal; an author that is not named is right as proposed. */
export function corrections(authors: readonly Author[], choices: Choices): Record<string, AuthorRole> {
  const changed = authors.filter((author) => chosenRole(author, choices) !== proposedRole(author));
  return Object.fromEntries(changed.map((author) => [author.id, chosenRole(author, choices)]));
}

/**
 * "10 agents, 2 bots": who will be scored and who not.
 *
 * @param unlisted those beside the given, by role
 */
export function countRoles(
  authors: readonly Author[],
  choices: Choices,
  unlisted: Readonly<Record<AuthorRole, number>>,
): Record<AuthorRole, number> {
  const counts = { ...unlisted };
  for (const author of authors) counts[chosenRole(author, choices)] += 1;
  return counts;
}

export const countAll = (counts: Readonly<Record<AuthorRole, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
