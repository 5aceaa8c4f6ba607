import { type QualityId, qualityIds } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { findFocus } from './find-focus.ts';
import type { ConversationFacts, FocusInput } from './focus-input.ts';
import { tallyFocus } from './tally-focus.ts';

const inputOf = (conversations: ConversationFacts[]): FocusInput => ({
  ...tallyFocus(conversations),
  totals: { conversations: conversations.length, messages: conversations.length * 8 },
  notScored: [],
  period: { from: '2026-02-02T08:00:00.000Z', to: '2026-05-03T20:00:00.000Z' },
  reviews: 0,
  reviewers: 0,
  scorerVersion: 'test',
  seed: 1,
});

/** A team whose customers have trouble more often after a miss of `driver` (null: after nothing in particular). */
function simulateTeam(seed: number, driver: QualityId | null, agents = 20, each = 50): ConversationFacts[] {
  const random = createRandom(seed);
  return Array.from({ length: agents * each }, (_, index) => {
    const agent = index % agents;
    const base = 0.15 + 0.1 * Math.sin(agent * 2.1);
    const qualities = qualityIds
      .filter(() => random.next() < 0.7)
      .map((quality) => {
        const missed = random.next() < 0.3 + 0.15 * Math.cos(agent * 1.3 + qualityIds.indexOf(quality));
        const verdict = missed ? ('missed' as const) : ('met' as const);
        return {
          quality,
          verdict,
          confidence: 0.8,
          calledAt: 0,
          quote: missed ? 'where is it?' : '',
          why: 'Not answered.',
        };
      });
    const hurt = driver !== null && qualities.some((one) => one.quality === driver && one.verdict === 'missed');
    const trouble = random.next() < base + (hurt ? 0.3 : 0);
    return {
      id: `c-${index}`,
      signals: trouble ? [{ kind: 'asked-for-manager' as const, position: 3 }] : [],
      wroteAgain: false,
      satisfied: null,
      feelingFirst: -0.2,
      feelingLast: trouble ? -0.5 : 0.4,
      assessments: [{ agent: `a-${agent}`, qualities }],
    };
  });
}

describe('findFocus', () => {
  it('says that there is nothing yet when there is nothing', () => {
    const focus = findFocus(inputOf([]));
    expect(focus.ladder.step).toBe('nothing');
    expect(focus.standsOut).toBe(false);
    expect(focus.qualities).toHaveLength(14);
    expect(focus.qualities.every((one) => one.met.value === null && one.met.reason === 'no_data')).toBe(true);
  });

  it('finds the quality whose misses go together with trouble, and leads with it', () => {
    const found = Array.from({ length: 10 }, (_, seed) => findFocus(inputOf(simulateTeam(seed + 1, 'empathy'))));
    const leaders = found.map((focus) => focus.qualities[0]?.quality);
    expect(leaders.filter((quality) => quality === 'empathy').length).toBeGreaterThanOrEqual(9);
    expect(found[0]?.headline.marked).toContain('empathy');
  });

  it('leads with nothing when trouble follows by chance: at most a few of forty teams', () => {
    const wrong = Array.from({ length: 40 }, (_, seed) => findFocus(inputOf(simulateTeam(seed + 100, null)))).filter(
      (focus) => focus.standsOut,
    );
    expect(wrong.length).toBeLessThanOrEqual(5);
  });

  it('never lets frequency alone make the headline', () => {
    const missedAlways = simulateTeam(7, null).map((one) => ({
      ...one,
      assessments: one.assessments.map((each) => ({
        ...each,
        qualities: [
          ...each.qualities.filter(({ quality }) => quality !== 'patience'),
          {
            quality: 'patience' as const,
            verdict: 'missed' as const,
            confidence: 1,
            calledAt: 0,
            quote: 'again',
            why: 'Rushed.',
          },
        ],
      })),
    }));
    const focus = findFocus(inputOf(missedAlways));
    const patience = focus.qualities.find(({ quality }) => quality === 'patience');
    expect(patience?.missed.value).toBe(1);
    expect(patience?.tier).toBe('too-few');
    expect(focus.headline.marked).not.toMatch(/patience/i);
  });

  it('gives the same answer whatever the order of conversations', () => {
    const team = simulateTeam(3, 'humility');
    const answer = findFocus(inputOf(team));
    const turned = findFocus(inputOf([...team].reverse()));
    const rounded = (focus: typeof answer) =>
      focus.qualities.map(({ quality, tier, difference }) => [quality, tier, difference.value?.toFixed(9)]);
    expect(rounded(turned)).toEqual(rounded(answer));
    expect(turned.headline).toEqual(answer.headline);
  });

  it('speaks for these people only when they are few', () => {
    const focus = findFocus(inputOf(simulateTeam(5, 'empathy', 3, 200)));
    const empathy = focus.qualities.find(({ quality }) => quality === 'empathy');
    expect(empathy?.met.warnings.join(' ')).toContain('these 3 agents only');
    expect(focus.method.join(' ')).toContain('these people only');
  });

  it('lists five conversations to read, each once, with the words that show it', () => {
    const { reading } = findFocus(inputOf(simulateTeam(9, null)));
    expect(reading).toHaveLength(5);
    expect(new Set(reading.map((tip) => tip.conversationId)).size).toBe(5);
    expect(reading.every((tip) => tip.quote.length > 0 && tip.sentence.length > 0)).toBe(true);
  });

  it('compares nothing for a quality whose rules read the reaction when writing again is not known', () => {
    const unknown = simulateTeam(12, 'patience').map((one) => ({ ...one, wroteAgain: null }));
    const patience = findFocus(inputOf(unknown)).qualities.find(({ quality }) => quality === 'patience');
    expect(patience?.difference.reason).toBe('no_data');
    expect(patience?.missed.value).toBeGreaterThan(0);
    expect(patience?.sentence).toContain('only writing again could be compared');
  });

  it('leaves a signal out of the comparison of the quality whose rules read it', () => {
    const chased = simulateTeam(11, null).map((one) => ({
      ...one,
      signals: one.signals.map((each) => ({ ...each, kind: 'chased' as const })),
    }));
    const focus = findFocus(inputOf(chased));
    const responsiveness = focus.qualities.find(({ quality }) => quality === 'responsiveness');
    expect(responsiveness?.afterMissed.value).toBe(0);
    expect(focus.qualities.find(({ quality }) => quality === 'empathy')?.afterMissed.value).toBeGreaterThan(0);
  });
});
