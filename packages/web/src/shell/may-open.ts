import type { AccessRule, WhoIsHere } from '@rapport/contract';
import type { PageEntry } from '../routes.tsx';

/** What a page in the rail is for unless it says so: the team's numbers. One reached from others shows what is one's own. */
export const ruleOf = ({ needs, rail }: Pick<PageEntry, 'needs' | 'rail'>): AccessRule =>
  needs ?? (rail === undefined ? 'member' : 'reader');

/** Whether a page is offered to this person; before it is known who they are, everything is. */
export function mayOpen(page: Pick<PageEntry, 'needs' | 'rail'>, me: WhoIsHere | undefined): boolean {
  const rule = ruleOf(page);
  return me === undefined || rule === 'anyone' || me.holds.includes(rule);
}
