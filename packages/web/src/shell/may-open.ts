import type { WhoIsHere } from '@rapport/contract';
import type { PageEntry } from '../routes.tsx';

/** Whether a page is offered to this person; before it is known who they are, everything is. */
export function mayOpen({ needs = 'reader' }: Pick<PageEntry, 'needs'>, me: WhoIsHere | undefined): boolean {
  return me === undefined || needs === 'anyone' || me.holds.includes(needs);
}
