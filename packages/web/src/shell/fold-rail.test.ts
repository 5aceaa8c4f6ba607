import type { RouteComponent } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import type { PageEntry } from '../routes.tsx';
import { foldRail } from './fold-rail.ts';

const page = (path: PageEntry['path']): PageEntry => ({ path, component: (() => null) as RouteComponent });
const act = [page('/reviews'), page('/check'), page('/try'), page('/practice'), page('/guides')];
const paths = (pages: readonly PageEntry[]) => pages.map(({ path }) => path);

describe('the rail', () => {
  it('keeps open what a role opens most weeks, and folds the rest in its order', () => {
    const owner = foldRail(act, { role: 'owner', path: '/focus' });
    expect([paths(owner.open), paths(owner.more)]).toEqual([['/reviews'], ['/check', '/try', '/practice', '/guides']]);
    expect(paths(foldRail(act, { role: 'agent', path: '/focus' }).open)).toEqual(['/reviews', '/try', '/practice']);
  });

  it('never folds the page somebody is on, nor one page alone', () => {
    expect(paths(foldRail(act, { role: 'owner', path: '/guides/empathy' }).open)).toEqual(['/reviews', '/guides']);
    const two = foldRail([page('/team'), page('/my-work')], { role: 'owner', path: '/focus' });
    expect([paths(two.open), two.more]).toEqual([['/team', '/my-work'], []]);
  });

  it('shows a page it knows nothing of to everybody', () => {
    expect(paths(foldRail([page('/new'), ...act], { role: 'owner', path: '/' }).open)).toEqual(['/new', '/reviews']);
  });
});
