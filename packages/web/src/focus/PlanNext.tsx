/** For those who coach: the way from what stands out to a plan, which says before it begins what can be told of it. */
import { qualityWords } from '@rapport/contract';
import { Fragment } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { PlanLink } from '../coaching/PlanLink.tsx';
import type { FocusTier } from './focus-tiers.ts';

export function PlanNext({ tiers }: { tiers: readonly FocusTier[] }) {
  const mayPlan = useHolds('lead');
  const standsOut = tiers.find(({ tier }) => tier === 'stands-out')?.shown ?? [];
  if (!mayPlan || standsOut.length === 0) return null;
  return (
    <p className="second">
      Plan sessions on{' '}
      {standsOut.map(({ quality }, place) => (
        <Fragment key={quality}>
          {place === 0 ? '' : ', or '}
          <PlanLink quality={quality}>{qualityWords[quality].name.toLowerCase()}</PlanLink>
        </Fragment>
      ))}
    </p>
  );
}
