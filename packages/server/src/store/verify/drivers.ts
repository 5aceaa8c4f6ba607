/** Answers about drivers: of one reading, and never claiming more than what they rest on. */
import { driversAnswer } from '@rapport/contract';
import { type Check, resultOf } from './check.ts';

export const driverChecks: readonly Check[] = [
  {
    name: 'drivers-whole',
    promise:
      'answers about drivers are of one reading of one version, in their form, and name no first quality without reviews',
    async find(db, workspace) {
      const rows = await db
        .selectFrom('driver_answers')
        .select(['outcome', 'answer', 'fingerprint', 'scorer_version'])
        .where('workspace_id', '=', workspace)
        .orderBy('outcome')
        .execute();
      const broken = rows.flatMap(({ outcome, answer, fingerprint, scorer_version }) => {
        const read = driversAnswer.safeParse(answer);
        if (!read.success) return [`form of ${outcome}`];
        const { data } = read;
        const claims = data.qualities.some(
          ({ tier, corrected }) => (tier === 'first' || tier === 'real') && (!corrected || data.basis !== 'corrected'),
        );
        return [
          ...(data.outcome === outcome && data.scorerVersion === scorer_version ? [] : [`labels of ${outcome}`]),
          ...(fingerprint === rows[0]?.fingerprint ? [] : [`reading of ${outcome}`]),
          ...(claims ? [`claim of ${outcome}`] : []),
        ];
      });
      return resultOf(rows.length, broken);
    },
  },
];
