/** One entry of a JSON or JSONL file → a fragment with its problems, for every shape of entry. */
import type { IntakePlan, Message } from '@rapport/contract';
import type { IntakeLimits } from '../limits.ts';
import type { ProblemCode } from '../problem.ts';
import type { ConversationHead } from '../record.ts';
import type { People } from '../who/people.ts';
import type { JsonObject } from './pick.ts';

export interface ItemOptions {
  plan: IntakePlan;
  limits: IntakeLimits;
  ownDomains: readonly string[];
  /** The source's own list of people, where one was given. */
  people?: People | undefined;
  /** Told every time as written, for the first look. */
  seeTime?: ((raw: string) => void) | undefined;
}

export interface ItemProblem {
  code: ProblemCode;
  column: string | null;
  /** For a refusal the whole sentence, for a warning the value it is about. */
  reason: string;
  units: number;
}

export interface ItemRead {
  conversation: ConversationHead;
  messages: Message[];
  hasMessageIds: boolean;
  problems: ItemProblem[];
}

export interface ItemRefused {
  conversation: null;
  problems: ItemProblem[];
}

export type ReadItem = (item: JsonObject, o: ItemOptions) => ItemRead | ItemRefused;

export const refusedItem = (code: ProblemCode, column: string | null, reason: string, units = 1): ItemRefused => ({
  conversation: null,
  problems: [{ code, column, reason, units: Math.max(1, units) }],
});
