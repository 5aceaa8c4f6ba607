import type { IntakePlan } from '@rapport/contract';
import type { CsatColumn } from '../store/settle-conversations.ts';

const ends: Record<IntakePlan['csatScale'], { min: number; max: number }> = {
  '1-5': { min: 1, max: 5 },
  '0-10': { min: 0, max: 10 },
  '0-100': { min: 0, max: 100 },
  'good-bad': { min: 0, max: 1 },
  emoji: { min: 1, max: 5 },
  // Answers without a known scale become shares; those that tell their own top still count.
  unknown: { min: 0, max: 1 },
};

/** The rating scale of a file: as guessed over the whole column, or as a person said. */
export function csatColumnOf(plan: Pick<IntakePlan, 'csatScale' | 'csatMin' | 'csatMax'> | null): CsatColumn {
  const scale = plan?.csatScale ?? 'unknown';
  const { min, max } = ends[scale];
  return { scale, min: plan?.csatMin ?? min, max: plan?.csatMax ?? max };
}
