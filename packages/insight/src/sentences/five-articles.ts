/**
 * Five well-known articles on service quality, and what each says matters most. They name the same qualities and
 * contradict each other; this team's own customers are asked instead.
 */
import type { QualityId } from '@rapport/contract';

export interface Article {
  article: number;
  says: string;
  /** The qualities here that come nearest to what it says. */
  qualities: readonly QualityId[];
}

export const fiveArticles: readonly Article[] = [
  { article: 1, says: 'Empathy', qualities: ['empathy'] },
  { article: 2, says: 'Empathy, again', qualities: ['empathy'] },
  // An attitude is not seen in text; what it looks like in a reply is.
  { article: 3, says: 'A customer-centric attitude', qualities: ['people-first', 'personalization'] },
  { article: 4, says: 'Communication, “above everything”', qualities: ['communication'] },
  {
    article: 5,
    says: 'Professionalism, patience and people first',
    qualities: ['professionalism', 'patience', 'people-first'],
  },
];
