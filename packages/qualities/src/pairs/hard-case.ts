/** The form of a hard case, and short names for writing one. */
import type { QualityId, Verdict } from '@rapport/contract';
import type { Turn } from './pair.ts';

export type Accepted = readonly (Verdict | 'none')[];

export interface HardCase {
  /** What makes it hard; several dialogues share one. */
  about: string;
  id: string;
  turns: readonly Turn[];
  /** Verdicts of the agent named, the first one by default. */
  accept: Partial<Record<QualityId, Accepted>>;
  of?: string;
  /** Why this one is not read right yet. */
  open?: string;
}

/** Customer. */
export const customer = (text: string): Turn => ({ role: 'customer', author: 'Ann', text });
/** Agent. */
export const agent = (text: string, author = 'Ben'): Turn => ({ role: 'agent', author, text });

export const notMet: Accepted = ['missed', 'partly'];
export const atLeastPartly: Accepted = ['partly', 'met'];
