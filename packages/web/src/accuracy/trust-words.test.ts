import type { EstimateWire, QualityAccuracy, QualityId, TrustLevel } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { agreementWords, signalWords, trustGroups, trustOfQuality } from './trust-words.ts';

const estimate = (value: number | null, n = 40): EstimateWire => ({
  value,
  lower: value === null ? null : value - 0.2,
  upper: value === null ? null : value + 0.15,
  level: 0.95,
  n,
  method: 'any',
  warnings: [],
});
const measured = (quality: QualityId, trust: TrustLevel, kappa: number): QualityAccuracy => ({
  quality,
  trust,
  kappa: estimate(kappa),
  blind: null,
  noOpportunityF1: estimate(null, 0),
  missed: estimate(0.65, 17),
  notMet: estimate(0.7, 17),
  saidMet: estimate(0.8, 27),
  confusion: [],
});

describe('how far to trust a quality', () => {
  it('is said with its range and with counts', () => {
    const words = trustOfQuality(measured('empathy', 'good', 0.46));
    expect([words.name, words.agreement, words.missed]).toEqual(['good', '0.46, likely 0.26 to 0.61', '11 of 17']);
  });

  it('is not a number where none is known', () => {
    expect(agreementWords(estimate(null))).toBe('not known');
    expect(trustOfQuality({ ...measured('empathy', 'weak', 0), missed: estimate(null, 0) }).missed).toBeNull();
  });

  it('is called a signal only where the whole range is one', () => {
    expect(signalWords(estimate(0.51))).toContain('real signal');
    expect(signalWords(estimate(0.49))).toContain('weak signal');
    expect(signalWords(estimate(null))).toContain('weak signal');
  });

  it('stands in groups, most trusted first, without empty ones', () => {
    const groups = trustGroups({
      qualities: [
        measured('patience', 'weak', 0.2),
        measured('humility', 'strong', 0.61),
        measured('empathy', 'strong', 0.7),
      ],
    });
    expect(groups.map(({ level, qualities }) => [level, qualities])).toEqual([
      ['strong', ['Empathy', 'Humility']],
      ['weak', ['Patience']],
    ]);
  });
});
