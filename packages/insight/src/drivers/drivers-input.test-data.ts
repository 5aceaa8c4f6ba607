import { type ScoredTable, satisfiedOf } from '../scored-table.ts';
import type { DriversInput } from './drivers-input.ts';

/** A simulated team as the drivers page reads it. */
export function inputOf(table: ScoredTable): DriversInput {
  const verdictOf = (score: number | null) =>
    score === null ? null : score >= 67 ? 'met' : score >= 34 ? 'partly' : 'missed';
  const satisfied = table.rows.map((row) => satisfiedOf(row)).map((one) => (one === null ? null : one === 1));
  return {
    table,
    verdicts: table.rows.map(({ scores }) => scores.map(verdictOf)),
    satisfied,
    wroteAgain: table.rows.map(({ recontactDays, followedDays }) =>
      recontactDays !== null ? recontactDays <= 7 : (followedDays ?? 0) >= 7 ? false : null,
    ),
    recommends: table.rows.map(({ csat }) => (csat === null ? null : csat === 5)),
    foundEasy: table.rows.map(() => null),
    asked: {
      satisfied: { scales: [{ min: 1, max: 5, answers: satisfied.filter((one) => one !== null).length }], unread: 0 },
      recommend: { scales: [], unread: 0 },
      easy: { scales: [], unread: 3 },
    },
    shared: 0,
    drawnOf: null,
    period: { from: '2026-01-05T00:00:00.000Z', to: '2026-06-29T00:00:00.000Z' },
    scorerVersion: 'test',
    seed: 3,
  };
}
