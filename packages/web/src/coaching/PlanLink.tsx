/** The way to a new plan from where its need is seen, for those who may coach; nothing for everybody else. */
import type { QualityId } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { planSearch } from './plan-search.ts';

interface PlanLinkProps {
  quality?: QualityId | undefined;
  /** Who is to be coached, where one person’s page leads here. */
  authorId?: string;
  children: ReactNode;
}

export function PlanLink({ quality, authorId, children }: PlanLinkProps) {
  if (!useHolds('lead')) return null;
  return (
    <Link to="/coaching/new" search={planSearch({ quality, authorId })}>
      {children}
    </Link>
  );
}
