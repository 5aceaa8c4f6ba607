import { driversAnswer, qualityIds } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import type { ScoredTable } from '../scored-table.ts';
import { simulateTeam } from '../simulate/simulate-team.ts';
import type { TeamPlan } from '../simulate/team-plan.ts';
import { inputOf } from './drivers-input.test-data.ts';
import { chooseOutcome, explainDrivers } from './explain-drivers.ts';

const effects = [0.9, 0, 0.5, 0, 0, 0.4, 0.8, 0, 0.3, 0, 0, 0, 0, 0];
const team = (plan: Partial<TeamPlan>): ScoredTable =>
  simulateTeam({ seed: 5, names: qualityIds, effects, ...plan }).table;

const cut = (table: ScoredTable, count: number): ScoredTable => ({ ...table, rows: table.rows.slice(0, count) });

describe('the answer about drivers', () => {
  it('is hints without an order while nobody has reviewed, and follows its schema', () => {
    const answer = explainDrivers(inputOf(team({ reviews: 0, flagged: 0 })), 'satisfied');
    expect(() => driversAnswer.parse(answer)).not.toThrow();
    expect(answer.basis).toBe('uncorrected');
    const tiers = new Set(answer.qualities.map(({ tier }) => tier));
    expect(tiers.has('first') || tiers.has('real')).toBe(false);
    expect(answer.qualities.find(({ quality }) => quality === 'empathy')?.tier).toBe('hint');
    expect(answer.caveats.join(' ')).toContain('machine’s own error');
    expect(answer.next.map(({ go }) => go)).toContain('check');
  });

  it('has tiers and gains once reviews have set it right', () => {
    const answer = explainDrivers(inputOf(team({ reviews: 15, flagged: 100 })), 'satisfied');
    expect(answer.basis).toBe('corrected');
    expect(answer.qualities.some(({ tier }) => tier === 'first')).toBe(true);
    const empathy = answer.qualities.find(({ quality }) => quality === 'empathy');
    expect(empathy?.fair.map(({ step }) => step)).toEqual([
      'side-by-side',
      'same-kind',
      'same-arrival',
      'same-agent',
      'other-qualities',
      'machine-error',
    ]);
    expect(empathy?.gain?.value).not.toBeNull();
    expect(answer.qualities.some(({ chanceFirst }) => (chanceFirst ?? 0) > 0.1)).toBe(true);
  });

  it('keeps a feeling a hint, whatever was reviewed', () => {
    const answer = explainDrivers(inputOf(team({ reviews: 15, flagged: 100 })), 'feeling');
    expect(answer.qualities.every(({ tier }) => tier !== 'first' && tier !== 'real')).toBe(true);
    expect(answer.response).toBeNull();
  });

  it('has a true sentence and a next step with 0, 1, 5 and 20 conversations', () => {
    const table = team({ agents: 8, conversations: 20, reviews: 0, flagged: 0 });
    for (const count of [0, 1, 5, 20]) {
      const answer = explainDrivers(inputOf(cut(table, count)), 'satisfied');
      expect(() => driversAnswer.parse(answer)).not.toThrow();
      expect(answer.basis).toBe('none');
      expect(answer.headline.marked.length).toBeGreaterThan(5);
      expect(answer.next.length).toBeGreaterThan(0);
    }
  });

  it('says what helps with no ratings, ratings that are all alike, and one agent', () => {
    const table = team({ agents: 8, conversations: 80, reviews: 0, flagged: 0 });
    const input = inputOf(table);
    const none = explainDrivers({ ...input, satisfied: table.rows.map(() => null) }, 'satisfied');
    expect(none.headline.marked).toBe('No ratings yet');
    expect(none.next[0]?.sentence).toContain('rating column');
    const alike = explainDrivers({ ...input, satisfied: table.rows.map(() => true) }, 'satisfied');
    expect(alike.reason).toBe('outcome_constant');
    expect(alike.headline.marked).toBe('All 640 ratings are alike');
    const alone = team({ agents: 1, conversations: 640, reviews: 0, flagged: 0 });
    const one = explainDrivers({ ...inputOf(alone), satisfied: alone.rows.map((_, row) => row % 3 > 0) }, 'satisfied');
    expect(one.headline.marked).toBe('One agent only');
    expect(one.qualities.some(({ levels }) => levels.some(({ outcome }) => outcome.value !== null))).toBe(true);
  });

  it('compares more fairly step by step: the effect a good day had shrinks where agents differ', () => {
    const answer = explainDrivers(inputOf(team({ reviews: 0, flagged: 0, agentSpread: 0.8 })), 'satisfied');
    for (const { fair, effect } of answer.qualities) {
      expect(fair.map(({ effect: one }) => one.value === null)).not.toContain(true);
      expect(fair.at(-1)?.effect.value).toBe(effect.value);
    }
  });

  it('computes what more ratings would need: a range twice as wide needs four times as many', () => {
    const answer = explainDrivers(
      inputOf(team({ agents: 10, conversations: 160, reviews: 0, flagged: 0 })),
      'satisfied',
    );
    const needs = answer.qualities.flatMap(({ needs: { outcomes } }) => outcomes ?? []);
    expect(needs.length).toBeGreaterThan(0);
    expect(Math.min(...needs)).toBeGreaterThan(answer.known);
    expect(answer.next[0]?.sentence).toContain('5 in 100');
  });

  it('answers for who would recommend and who found it easy as it does for ratings, each on its own', () => {
    const input = inputOf(team({ reviews: 0, flagged: 0 }));
    const recommend = explainDrivers(input, 'recommend');
    expect(() => driversAnswer.parse(recommend)).not.toThrow();
    expect(recommend.basis).toBe('uncorrected');
    expect(recommend.known).toBe(input.recommends.filter((one) => one !== null).length);
    expect(recommend.rate.value).toBeLessThan(explainDrivers(input, 'satisfied').rate.value ?? 0);
    expect(recommend.caveats.join(' ')).toContain('would recommend you');
    const easy = explainDrivers(input, 'easy');
    expect(easy.headline.marked).toBe('Nobody was asked how easy it was');
    expect(easy.next[0]?.sentence).toContain('column “ces”');
    expect(easy.caveats.join(' ')).toContain('3 answers came on a scale nobody named');
  });

  it('credits neither of two qualities that rise and fall together, and says that they cannot be told apart', () => {
    const table = team({ reviews: 0, flagged: 0 });
    const twin = qualityIds.indexOf('people-first');
    const input = inputOf({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        scores: row.scores.map((score, k) => (k === twin ? (row.scores[0] ?? null) : score)),
      })),
    });
    const answer = explainDrivers(input, 'satisfied');
    for (const id of ['empathy', 'people-first']) {
      const one = answer.qualities.find(({ quality }) => quality === id);
      expect(one).toMatchObject({ tier: 'refused', effect: { value: null, reason: 'collinear' } });
      expect(one?.sentence).toContain('cannot be told apart');
    }
    for (const { effect } of answer.qualities) if (effect.value !== null) expect(effect.upper).not.toBe(effect.lower);
  });

  it('begins with the first outcome that can say something', () => {
    expect(chooseOutcome([{ outcome: 'satisfied', basis: 'none' }])).toBe('satisfied');
    const outcomes = [
      { outcome: 'satisfied' as const, basis: 'none' as const },
      { outcome: 'resolved' as const, basis: 'uncorrected' as const },
    ];
    expect(chooseOutcome(outcomes)).toBe('resolved');
  });
});
