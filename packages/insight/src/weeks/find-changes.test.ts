import { type ChangeSubject, qualityIds } from '@rapport/contract';
import { createRandom, type WeekCell } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { findChanges, type WeeksOfSubject } from './find-changes.ts';

const week = { from: '2026-05-11T00:00:00.001Z', to: '2026-05-18T00:00:00.000Z' };

/** Ten agents, twelve weeks before, `perWeek` calls each; the newest week may be another. */
function weeksOf(subject: ChangeSubject, seed: number, { share = 0.6, last = 0.6, perWeek = 10 } = {}): WeeksOfSubject {
  const random = createRandom(seed);
  const cells: WeekCell[] = [];
  for (let one = 0; one <= 12; one += 1) {
    for (let cluster = 0; cluster < 10; cluster += 1) {
      const events = Array.from({ length: perWeek }, () => random.next() < (one === 0 ? last : share)).filter(Boolean);
      cells.push({ cluster, week: one, n: perWeek, total: events.length, squares: events.length });
    }
  }
  return { subject, week, cells };
}

const asked = (subjects: WeeksOfSubject[]) => findChanges({ asOf: week.to, subjects, scorerVersion: 'test' });

describe('what changed since last week', () => {
  it('says nothing without data, and why', () => {
    expect(asked([])).toMatchObject({
      rows: [],
      weeksBefore: 0,
      sentence:
        'These data are too short to compare a week with the weeks before it. Bring in an export of two months.',
    });
  });

  it('calls a rise real, says by how much, and whether it is one for the better', () => {
    const found = asked([
      weeksOf('empathy', 1, { last: 0.85 }),
      weeksOf('wrote-again', 2, { share: 0.2, last: 0.45 }),
      weeksOf('patience', 3),
    ]);
    expect(found.rows.map(({ subject, sign, isBetter }) => [subject, sign, isBetter])).toEqual([
      ['empathy', 'real', true],
      ['wrote-again', 'real', false],
      ['patience', 'could-be-chance', null],
    ]);
    expect(found.rows[0]?.words).toMatch(/^Real, up \d+$/);
    expect(found.sentence).toMatch(/^Against the 12 weeks before: Empathy \(real, up \d+\), Had to write again/);
  });

  it('cannot tell yet with few, and never says how many more would settle it', () => {
    const [row] = asked([weeksOf('empathy', 1, { perWeek: 1 })]).rows;
    expect(row).toMatchObject({ sign: 'cannot-tell', words: 'Cannot tell yet', isBetter: null });
    expect(row?.sentence).toBe('Empathy: 10 calls for it in the newest week; a comparison starts at 20.');
  });

  it('keeps false alarms over everything shown near one team in twenty', () => {
    const alarms = Array.from({ length: 60 }, (_, seed) =>
      asked(qualityIds.map((subject, place) => weeksOf(subject, 1000 + seed * 20 + place))).rows.some(
        ({ sign }) => sign === 'real',
      ),
    ).filter(Boolean);
    expect(alarms.length).toBeLessThanOrEqual(6);
  });

  it('speaks of a feeling on its own scale', () => {
    const given = weeksOf('feeling', 4, { last: 0.95, perWeek: 30 });
    const [row] = asked([given]).rows;
    expect(row?.words).toMatch(/^Real, up 0\.\d$/);
    expect(row?.sentence).toContain('of ±2');
  });
});
