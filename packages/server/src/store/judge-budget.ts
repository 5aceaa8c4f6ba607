/** How much of a day's judging is used; one row that all servers and workers share. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface JudgeUse {
  calls: number;
  tokens: number;
}

export interface JudgeSpend {
  /** YYYY-MM-DD in UTC. */
  day: string;
  unit: keyof JudgeUse;
  perDay: number;
  /** What the call may cost at most, as far as can be told before. */
  tokens: number;
}

export async function loadJudgeUse(db: Db, workspace: number, day: string): Promise<JudgeUse> {
  const row = await db
    .selectFrom('judge_days')
    .select(['calls', 'tokens'])
    .where('workspace_id', '=', workspace)
    .where('day', '=', day)
    .executeTakeFirst();
  return row ?? { calls: 0, tokens: 0 };
}

/**
 * Takes one call out of the day's budget before it is made: two that ask at once wait for each other at the row, and the
 * second sees what the first has taken.
 *
 * @returns false when the budget does not allow it; then nothing was taken
 */
export async function spendJudgeCall(db: Db, workspace: number, spend: JudgeSpend): Promise<boolean> {
  const { day, unit, perDay, tokens } = spend;
  if ((unit === 'calls' ? 1 : tokens) > perDay) return false;
  const within = unit === 'calls' ? sql`d.calls + 1 <= ${perDay}` : sql`d.tokens + ${tokens} <= ${perDay}`;
  const { rows } = await sql`
    INSERT INTO judge_days AS d (workspace_id, day, calls, tokens) VALUES (${workspace}, ${day}, 1, ${tokens})
    ON CONFLICT (workspace_id, day) DO UPDATE SET calls = d.calls + 1, tokens = d.tokens + excluded.tokens
    WHERE ${within}
    RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** Puts what a call really used in the place of what was taken for it. A call that was made stays counted. */
export async function settleJudgeCall(
  db: Db,
  workspace: number,
  { day, tokens }: JudgeSpend,
  usedTokens: number,
): Promise<void> {
  await sql`
    UPDATE judge_days SET tokens = greatest(0, tokens - ${tokens} + ${usedTokens})
    WHERE workspace_id = ${workspace} AND day = ${day}`.execute(db);
}
