/** What was to go is gone. */
import { findExpired, loadRule } from '../retention.ts';
import { type Check, namedViolations, resultOf } from './check.ts';

const runMilliseconds = 24 * 3_600_000;

export const privacyChecks: readonly Check[] = [
  {
    name: 'nothing-kept-too-long',
    promise: 'no conversation is here that the last run of the rule about keeping had to delete',
    async find(db, workspace) {
      const stored = await loadRule(db, workspace);
      if (stored === null || stored.nextRunAt <= stored.startsAt) return resultOf(0, []);
      const now = new Date(stored.nextRunAt.getTime() - runMilliseconds);
      const found = await findExpired(db, workspace, { rule: stored.rule, now, limit: namedViolations });
      const left = found.filter(({ arrivedAt }) => arrivedAt < now);
      return resultOf(
        1,
        left.map(({ id }) => `conversation ${id}`),
      );
    },
  },
];
