/** The address of a new plan that already says what for and for whom. */
import type { QualityId } from '@rapport/contract';

interface PlanWish {
  quality?: QualityId | undefined;
  authorId?: string | undefined;
}

export const planSearch = ({ quality, authorId }: PlanWish): Record<string, string> => ({
  ...(quality === undefined ? {} : { quality }),
  ...(authorId === undefined ? {} : { people: authorId }),
});
