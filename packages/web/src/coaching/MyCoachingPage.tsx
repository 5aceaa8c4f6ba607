/** One plan as the coached person reads it: their own part, and nobody else's. */
import { useParams } from '@tanstack/react-router';
import { PlanPage } from './PlanPage.tsx';

export function MyCoachingPage() {
  const { planId = '' }: { planId?: string } = useParams({ strict: false });
  return <PlanPage side="agent" planId={planId} />;
}
