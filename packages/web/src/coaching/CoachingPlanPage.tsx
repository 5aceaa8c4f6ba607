/** One plan as its coach reads it. */
import { useParams } from '@tanstack/react-router';
import { PlanPage } from './PlanPage.tsx';

export function CoachingPlanPage() {
  const { planId = '' }: { planId?: string } = useParams({ strict: false });
  return <PlanPage side="coach" planId={planId} />;
}
