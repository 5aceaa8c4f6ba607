/** One quality: its id and the function that finds its moments for one author. */
import type { Moment, QualityId } from '@rapport/contract';
import type { Reading, ReadOptions } from './reading.ts';

export interface QualityDefinition {
  id: QualityId;
  /** The question it answers, for pages and docs. */
  question: string;
  /** Why it matters to a customer, in one or two sentences. */
  why: string;
  /** Moments of this quality in the replies of `agent` (an `authorKey`), in order of appearance. */
  findMoments: (reading: Reading, agent: string, options: ReadOptions) => Moment[];
  /** Short dialogues with what must be found; they are test, documentation and help at once. */
  examples: readonly QualityExample[];
}

export interface QualityExample {
  title: string;
  turns: readonly { role: 'customer' | 'agent' | 'bot'; author?: string; at?: string; text: string }[];
  /** Author judged; the first agent when absent. */
  agent?: string;
  expect: 'met' | 'partly' | 'missed' | 'no-opportunity';
  /** Exact words of the trigger and of the response that the moment must rest on, where it matters. */
  trigger?: string;
  response?: string;
}
