/** Roles in words, from most to least. */
import type { Role } from '@rapport/contract';

export const roleWords: Record<Role, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'do everything, also make other owners' },
  admin: { name: 'Admin', may: 'bring in data, invite people, set what holds for all' },
  lead: { name: 'Lead', may: 'read and review their teams, plan coaching, decide disputes' },
  reviewer: { name: 'Reviewer', may: 'read and review their teams' },
  agent: { name: 'Agent', may: 'see what is about them, answer it, and practise' },
};
