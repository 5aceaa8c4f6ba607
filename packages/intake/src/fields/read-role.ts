/** Who wrote a message, from the word a source uses, and the guess where it uses none. */
import type { AuthorRole } from '@rapport/contract';

const words: Record<AuthorRole, string> = {
  customer:
    'customer client end-user enduser user requester consumer buyer guest visitor contact lead caller member sender-customer incoming inbound external subscriber patient tenant shopper kunde kundin client-e cliente klant',
  agent:
    'agent staff operator admin teammate support representative rep csr employee advisor adviser assistant-human owner-agent outgoing outbound internal-user helpdesk support-agent light-agent human-agent team technician specialist consultant moderator mitarbeiter mitarbeiterin bearbeiter medewerker agente',
  bot: 'bot ai ai-agent aiagent chatbot virtual-agent virtual-assistant automation automated assistant robot fin answer-bot answerbot workflow macro-bot auto-reply autoresponder',
  system: 'system event activity trigger note-system log rule notification audit',
};
const roleOf = new Map<string, AuthorRole>(
  Object.entries(words).flatMap(([role, list]) => list.split(' ').map((word) => [word, role as AuthorRole] as const)),
);

/** The role a word stands for; null when the word is unknown or empty. */
export function readRole(raw: string): AuthorRole | null {
  const known = roleOf.get(raw);
  if (known) return known;
  const word = raw
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return roleOf.get(word) ?? roleOf.get(word.replace(/s$/, '')) ?? null;
}

export interface AuthorLook {
  author: string;
  authorId?: string | undefined;
  authorEmail?: string | undefined;
}

/**
 * The guess for an author whom the source does not describe, in this order: an address of our own domain is an agent,
 * the assignee is an agent, any other domain is a customer's, the first author of the conversation is the customer, anybody
 * after that an agent.
 * `isFirstAuthor` null means that nobody can tell: "system" is then the harmless answer, for it is never scored.
 */
export function guessRole(
  one: AuthorLook,
  o: { assignee: string | null; ownDomains: readonly string[]; isFirstAuthor: boolean | null },
): AuthorRole {
  const domain = (one.authorEmail ?? (one.author.includes('@') ? one.author : '')).split('@').at(-1)?.toLowerCase();
  if (domain && o.ownDomains.includes(domain)) return 'agent';
  if (o.assignee && [one.author, one.authorId, one.authorEmail].includes(o.assignee)) return 'agent';
  if (domain && o.ownDomains.length > 0) return 'customer';
  if (o.isFirstAuthor === null) return 'system';
  return o.isFirstAuthor ? 'customer' : 'agent';
}
