/** Which pages of the rail stand open for whom, and which behind "More". All of them are a letter or two words away anyway. */
import type { WhoIsHere } from '@rapport/contract';
import type { PageEntry } from '../routes.tsx';

type Who = NonNullable<WhoIsHere['person']>['role'];

const agents: readonly Who[] = ['agent'];
const reviewers: readonly Who[] = ['reviewer'];
const leads: readonly Who[] = ['lead', 'admin', 'owner'];

/** Pages that only these open most weeks. What is not named here stands open for everybody who may open it. */
const openFor: Readonly<Record<string, readonly Who[]>> = {
  '/outcomes': leads,
  '/reasons': leads,
  '/check': reviewers,
  '/try': agents,
  '/practice': agents,
  '/contacts': agents,
  '/paste': [],
  '/suggestions': ['lead'],
  '/disputes': ['lead', ...reviewers],
  '/guides': [],
  '/my-work': agents,
  '/sources': ['admin', 'owner'],
};

export interface FoldedPages {
  open: PageEntry[];
  more: PageEntry[];
}

/** In the order of the rail. The page somebody is on is never behind "More"; a single one is not worth a fold. */
export function foldRail(entries: readonly PageEntry[], { role, path }: { role: Who; path: string }): FoldedPages {
  const isOpen = (page: PageEntry): boolean => (openFor[page.path]?.includes(role) ?? true) || isAt(page, path);
  const more = entries.filter((page) => !isOpen(page));
  return more.length < 2 ? { open: [...entries], more: [] } : { open: entries.filter(isOpen), more };
}

export const isAt = (page: Pick<PageEntry, 'path'>, path: string): boolean =>
  path === page.path || path.startsWith(`${page.path}/`);
