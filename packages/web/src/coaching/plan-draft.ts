/** A plan as it is being written, and what is still missing from it. */
import type { CoachingPlanBody, CoachingReason, QualityId } from '@rapport/contract';
import { dayToInstant } from './coaching-words.ts';

export interface PlanDraft {
  quality: QualityId;
  people: readonly string[];
  reason: CoachingReason;
  reasonWords: string;
  /** Days as "2026-03-02". */
  selectedFrom: string;
  selectedTo: string;
  startsAt: string;
  goalAt: string;
  /** Of 100, as typed. */
  goal: string;
}

export function planOf(draft: PlanDraft): { plan: CoachingPlanBody } | { trouble: string } {
  const [selectedFrom, selectedTo, startsAt, goalAt] = [
    dayToInstant(draft.selectedFrom),
    dayToInstant(draft.selectedTo),
    dayToInstant(draft.startsAt),
    dayToInstant(draft.goalAt),
  ];
  const goal = Number(draft.goal);
  if (draft.people.length === 0) return { trouble: 'Choose who is coached.' };
  if (!selectedFrom || !selectedTo || !startsAt || !goalAt) return { trouble: 'Each of the four days is needed.' };
  if (selectedFrom >= selectedTo) return { trouble: 'The weeks you looked at end before they begin.' };
  if (selectedTo > startsAt) return { trouble: 'The weeks you looked at end by the start.' };
  if (startsAt >= goalAt) return { trouble: 'The day of reading lies after the start.' };
  if (!(goal > 0 && goal <= 100)) return { trouble: 'The goal is a number from 1 to 100.' };
  if (draft.reason === 'other' && draft.reasonWords.trim() === '') return { trouble: 'Say why, in your words.' };
  const { quality, people, reason, reasonWords } = draft;
  return {
    plan: {
      ...{ quality, people: [...people], reason, reasonWords: reasonWords.trim() },
      ...{ selectedFrom, selectedTo, startsAt, goalAt, goalShare: goal / 100 },
    },
  };
}
