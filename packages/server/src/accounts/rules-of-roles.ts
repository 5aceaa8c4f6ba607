/** Which rules each role meets, and each key; and whose service a member may see. */
import type { AccessRule, Role } from '@rapport/contract';
import type { FoundSession } from '../store/sessions.ts';

const agent: readonly AccessRule[] = ['anyone', 'member'];
const reviewer: readonly AccessRule[] = [...agent, 'reader', 'reviewer'];
const lead: readonly AccessRule[] = [...reviewer, 'lead'];
const admin: readonly AccessRule[] = [...lead, 'admin', 'ingest'];
const owner: readonly AccessRule[] = [...admin, 'owner'];

export const rulesOfRoles: Record<Role, readonly AccessRule[]> = { owner, admin, lead, reviewer, agent };

/**
 * A program acts for the team and is nobody: it has nothing of its own, and changes no accounts and no settings, whatever
 * it may do. `member` is there because one conversation is read by that rule.
 */
export const rulesOfKeys: Record<'ingest' | 'read' | 'write', readonly AccessRule[]> = {
  ingest: ['anyone', 'ingest'],
  read: ['anyone', 'member', 'reader'],
  write: ['anyone', 'member', 'reader', 'reviewer', 'ingest'],
};

/** Ids of authors; null: everybody's. A lead or reviewer without a team sees everybody; an agent nobody until views are on. */
export function seenBy(found: Pick<FoundSession, 'role' | 'inTeams' | 'teamAuthors' | 'ownAuthors' | 'viewsOn'>) {
  const { role, inTeams, teamAuthors, ownAuthors, viewsOn } = found;
  if (role === 'agent') return viewsOn ? ownAuthors : [];
  if (role === 'owner' || role === 'admin' || !inTeams) return null;
  return [...new Set([...teamAuthors, ...ownAuthors])];
}
