/** What a coaching session says, in one line: from the first acknowledgement on it is stored beside the words. */
import { createHash } from 'node:crypto';

export interface SessionWords {
  held_at: Date;
  minutes: number;
  goal: string;
  habit: string;
  notes: string;
  next_steps: string;
}

export function digestOfSession({ held_at, minutes, goal, habit, notes, next_steps }: SessionWords): string {
  const parts = [held_at.toISOString(), minutes, goal, habit, notes, next_steps];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
