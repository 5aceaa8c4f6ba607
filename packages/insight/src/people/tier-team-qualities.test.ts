import { createRandom, estimateProportion, refuse } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { tierTeamQualities } from './tier-team-qualities.ts';

const share = (passed: number, n: number) => estimateProportion({ passed, n });

describe('tiers of a team’s qualities', () => {
  it('leave the middle only with the whole range', () => {
    expect(
      tierTeamQualities([
        share(270, 300),
        share(30, 300),
        share(200, 300),
        refuse('too_few_rows', { n: 3, method: 'share' }),
      ]),
    ).toEqual(['strong', 'open', 'between', 'too-few']);
  });

  it('claim little of fourteen qualities that lie on the mark', () => {
    const random = createRandom(5);
    let claims = 0;
    for (let team = 0; team < 200; team += 1) {
      const shares = Array.from({ length: 14 }, () => {
        const passed = Array.from({ length: 200 }, () => Number(random.next() < 2 / 3)).reduce(
          (sum, one) => sum + one,
          0,
        );
        return share(passed, 200);
      });
      if (tierTeamQualities(shares).some((tier) => tier === 'strong' || tier === 'open')) claims += 1;
    }
    expect(claims / 200).toBeLessThan(0.06);
  });
});
