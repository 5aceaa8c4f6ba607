/** How figures of accuracy travel from readings to pages. */
import { qualityIds } from '@rapport/contract';
import { accuracyOf, measuredAccuracy } from '@rapport/qualities';
import { describe, expect, it } from 'vitest';
import { parseBlindActs, parseBlindVerdicts, printBlindActs, printBlindVerdicts } from '../bench/blind-readings.ts';
import {
  countNames,
  estimateAuc,
  estimateMacroF1,
  estimateShare,
  f1OfCounts,
  macroOfCounts,
} from '../bench/measure-lines.ts';
import { measureMeanKappa, measureQualities } from '../bench/measure-verdicts.ts';
import { areaUnderCurve } from '../bench/measures.ts';
import { accuracyPage } from '../scripts/accuracy-page.ts';
import { modelCard } from '../scripts/model-card.ts';

const verdicts = ['missed', 'partly', 'met', 'no-opportunity'] as const;
const at = (index: number) => verdicts[index % 4] ?? 'met';
/** Forty conversations; the machine says what the label says, but for every third. */
const rows = Array.from({ length: 40 }, (_, index) =>
  qualityIds.map((quality, place) => ({
    id: `c${index}`,
    agent: 'A',
    quality,
    label: at(index + place),
    machine: at(index + place + (index % 3 === 0 ? 1 : 0)),
  })),
).flat();

describe('blind readings', () => {
  it('come back from their file as they were', () => {
    const found = parseBlindVerdicts(printBlindVerdicts(rows));
    for (const quality of qualityIds)
      expect(found.get(quality)).toEqual(
        rows.filter((row) => row.quality === quality).map(({ id, label, machine }) => ({ id, label, machine })),
      );
    const counts = [Float64Array.from([1, 2, 3]), Float64Array.from([0, 0, 4])];
    expect(parseBlindActs(printBlindActs(counts.map((one, index) => ({ id: `c${index}`, counts: one }))))).toEqual(
      counts,
    );
  });

  it('keep no word of what was read', () => {
    expect(printBlindVerdicts(rows.slice(0, 14))).toBe('c0\txpmnxpmnxpmnxp\tpmnxpmnxpmnxpm\n');
  });
});

describe('measured lines', () => {
  const values = Array.from({ length: 60 }, (_, index) => ({
    group: `g${index % 10}`,
    isTrue: index % 5 === 0,
    value: Math.round((((index * 37) % 60) + (index % 5 === 0 ? 20 : 0)) / 4),
  }));

  it('give the same area under the curve as ranking does', () => {
    expect(estimateAuc(values).value).toBeCloseTo(areaUnderCurve(values), 12);
  });

  it('hold the value within its range', () => {
    for (const { value, lower, upper } of [
      estimateAuc(values),
      estimateShare(values.map(({ group, isTrue }) => ({ group, isRight: isTrue }))),
    ]) {
      expect(lower ?? 1).toBeLessThan(value ?? 0);
      expect(upper ?? 0).toBeGreaterThan(value ?? 1);
    }
  });

  it('count what was said against what is true', () => {
    const named = [
      { group: 'a', truth: ['x', 'y'], said: ['x'] },
      { group: 'b', truth: ['y'], said: ['y', 'x'] },
      { group: 'c', truth: [], said: ['y'] },
    ];
    const counts = countNames(named, ['x', 'y', 'z']);
    expect([...counts]).toEqual([1, 2, 1, 1, 2, 2, 0, 0, 0]);
    expect(f1OfCounts(counts, 0)).toBeCloseTo(2 / 3, 12);
    expect(macroOfCounts([counts], [0, 1, 2])).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
    expect(estimateMacroF1(named, ['x', 'y']).n).toBe(3);
  });
});

describe('measured verdicts', () => {
  const judged = new Map(qualityIds.map((id) => [id, rows.filter(({ quality }) => quality === id)]));
  const measured = measureQualities(judged, null);

  it('have a range around the value and a confusion that adds up', () => {
    for (const id of qualityIds) {
      const { kappa, confusion, blind } = measured[id];
      const [value = 1, lower = 1, upper = 0] = kappa;
      expect(kappa).toHaveLength(6);
      expect(lower).toBeLessThan(value);
      expect(upper).toBeGreaterThan(value);
      expect(confusion.reduce((sum, [, , n]) => sum + n, 0)).toBe(40);
      expect(blind).toBeNull();
    }
    expect(measureMeanKappa(judged).value).toBeGreaterThan(0.3);
  });

  it('say nothing of "no opportunity" where no label does', () => {
    const opened = new Map([...judged].map(([id, own]) => [id, own.filter(({ label }) => label !== 'no-opportunity')]));
    expect(measureQualities(opened, null).empathy.noOpportunityF1).toEqual([0]);
  });
});

describe('the pages on accuracy', () => {
  const accuracy = measuredAccuracy();

  it('take their figures from what was measured, and say that no human rated', () => {
    const page = accuracyPage(accuracy);
    for (const id of qualityIds) expect(page).toContain((accuracyOf(id).kappa.value ?? 0).toFixed(2));
    expect(page).toContain('no human wrote or rated them');
    expect(page).toContain(accuracy.scorerVersion);
  });

  it('call a weak scorer weak', () => {
    const weak = accuracy.qualities.map((one) => ({ ...one, trust: 'weak' as const }));
    const page = accuracyPage({ ...accuracy, qualities: weak });
    const [relied = '', notRelied = ''] = page.split('**You may not rely on**');
    expect(relied).not.toContain('Strong:');
    expect(notRelied).toContain('*Weak: empathy, active listening');
  });

  it('tell in the model card what was tried, and stop when that is gone', () => {
    const sources = { accuracy, pairs: '# Pairs\n\nOf our own.\n', weights: [] };
    const training = '# How\n\n## Why it looks like this\n- Words.\n\n## Other\n- Not this.\n';
    const card = modelCard({ ...sources, training });
    expect(card).toContain('- Words.');
    expect(card).not.toContain('Not this');
    expect(card).toContain('Of our own.');
    expect(() => modelCard({ ...sources, training: '# How\n' })).toThrow('Why it looks like this');
  });
});
