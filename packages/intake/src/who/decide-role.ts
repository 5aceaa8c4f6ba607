/**
 * Who wrote a message, by what the source says, in this order: an explicit mark of a machine, the type of the author, the
 * list of people, an address of our own domain; whoever opened the conversation is its customer as the last resort. What
 * is no statement of the source is marked as a guess, to be confirmed by a person.
 */
import type { AuthorRole } from '@rapport/contract';
import type { People } from './people.ts';

export interface RoleSigns {
  /** The source marks the message or its author as a machine's. */
  isBot?: boolean;
  /** What the source calls the author; null when it says nothing that is known. */
  said?: AuthorRole | null;
  id: string;
  email: string;
  /** True, or false where the author is known not to be the customer; null where nobody can tell. */
  isOpener: boolean | null;
}

export interface DecidedRole {
  role: AuthorRole;
  isGuess: boolean;
}

export function decideRole(
  one: RoleSigns,
  o: { people?: People | undefined; ownDomains: readonly string[] },
): DecidedRole {
  const listed = o.people?.get(one.id)?.role ?? null;
  // A person may have put somebody down as a bot whom the source takes for a teammate.
  if (one.isBot || listed === 'bot') return { role: 'bot', isGuess: false };
  if (one.said) return { role: one.said, isGuess: false };
  if (listed) return { role: listed, isGuess: false };
  const domain = one.email.includes('@') ? one.email.split('@').at(-1)?.toLowerCase() : undefined;
  if (domain && o.ownDomains.includes(domain)) return { role: 'agent', isGuess: true };
  if (one.isOpener === null) return { role: 'system', isGuess: true };
  return { role: one.isOpener ? 'customer' : 'agent', isGuess: true };
}
