/** One guide at a time, fetched when somebody opens it. */
import type { QualityId } from '@rapport/contract';
import type { Guide } from './guide.ts';

const guides: Record<QualityId, () => Promise<{ guide: Guide }>> = {
  empathy: () => import('./texts/empathy.ts'),
  'active-listening': () => import('./texts/active-listening.ts'),
  patience: () => import('./texts/patience.ts'),
  humility: () => import('./texts/humility.ts'),
  professionalism: () => import('./texts/professionalism.ts'),
  communication: () => import('./texts/communication.ts'),
  'problem-solving': () => import('./texts/problem-solving.ts'),
  personalization: () => import('./texts/personalization.ts'),
  knowledge: () => import('./texts/knowledge.ts'),
  'emotional-intelligence': () => import('./texts/emotional-intelligence.ts'),
  adaptability: () => import('./texts/adaptability.ts'),
  responsiveness: () => import('./texts/responsiveness.ts'),
  appreciation: () => import('./texts/appreciation.ts'),
  'people-first': () => import('./texts/people-first.ts'),
};

export const loadGuide = async (quality: QualityId): Promise<Guide> => (await guides[quality]()).guide;
