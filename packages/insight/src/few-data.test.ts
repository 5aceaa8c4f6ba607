import { type Focus, type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { findFocus } from './find-focus.ts';
import type { ConversationFacts, QualityFacts } from './focus-input.ts';
import { tallyFocus } from './tally-focus.ts';

interface Team {
  conversations: number;
  agents: number;
  ratings?: number;
  allSatisfied?: boolean;
  reviews?: number;
  reviewers?: number;
}

/** Replies of a small team: each quality is called for in some conversations and met by luck; little else is known. */
function drawTeam(
  seed: number,
  { conversations, agents, ratings = 0, allSatisfied = false }: Team,
): ConversationFacts[] {
  const random = createRandom(seed);
  return Array.from({ length: conversations }, (_, place) => ({
    id: `c${place}`,
    signals: random.next() < 0.04 ? [{ kind: 'asked-for-manager' as const, position: 2 }] : [],
    wroteAgain: null,
    satisfied: place < ratings ? allSatisfied || random.next() < 0.7 : null,
    feelingFirst: null,
    feelingLast: null,
    assessments: [{ agent: String(random.integer(agents)), qualities: qualityIds.flatMap(drawQuality) }],
  }));

  function drawQuality(quality: QualityId, place: number): QualityFacts[] {
    if (random.next() > 0.3 + (place % 5) / 10) return [];
    const met = random.next() < 0.45 + place / 40;
    return [
      {
        ...{ quality, verdict: met ? ('met' as const) : ('missed' as const), confidence: 0.8, calledAt: 0 },
        ...{ quote: met ? '' : 'Where is my order, please?', why: met ? '' : 'The question is passed over.' },
      },
    ];
  }
}

function focusOf(seed: number, team: Team): { focus: Focus; facts: ConversationFacts[] } {
  const facts = drawTeam(seed, team);
  const focus = findFocus({
    ...tallyFocus(facts),
    totals: { conversations: facts.length, messages: 4 * facts.length },
    ...{ notScored: [], period: { from: null, to: null }, scorerVersion: 'test', seed: 1 },
    ...{ reviews: team.reviews ?? 0, reviewers: team.reviewers ?? 0 },
  });
  return { focus, facts };
}

const said = ({ headline, summary, ladder }: Focus): string =>
  [headline.marked + headline.rest, summary, ladder.trust, ladder.next, ...ladder.limits].join(' ');
const hasAction = /\b(?:read|open|drop|ask|keep|start with)\b/i;

/** "Empathy was met in 39 of 100": is that the rate of these very facts? */
function holds(focus: Focus, facts: readonly ConversationFacts[]): boolean {
  const found =
    /([A-Z][\w ]+?) was met in (\d+) in 100, likely (\d+)–(\d+) of the times it was called for: read some of the (\d+)/.exec(
      focus.summary,
    );
  const quality = qualityIds.find((id) => qualityWords[id].name === found?.[1]);
  if (!found || !quality) return false;
  const own = facts.flatMap(({ assessments }) =>
    assessments.flatMap(({ qualities }) => qualities.filter((one) => one.quality === quality)),
  );
  const met = own.filter(({ verdict }) => verdict === 'met').length;
  const [rate, lower, upper, missed] = found.slice(2).map(Number);
  return (
    rate === Math.round((100 * met) / own.length) &&
    (lower ?? 101) <= (rate ?? 0) &&
    (upper ?? -1) >= (rate ?? 0) &&
    missed === own.length - met
  );
}

describe('a team with little data', () => {
  for (const conversations of [0, 1, 5, 20]) {
    it(`of ${conversations} conversations is told something true to do`, () => {
      const { focus } = focusOf(7 + conversations, { conversations, agents: 2 });
      expect(said(focus)).toMatch(hasAction);
      expect(said(focus)).not.toMatch(/NaN|undefined|Infinity|null/);
    });
  }

  for (const agents of [3, 5, 8]) {
    for (const ratings of [0, 30, 120]) {
      it(`of ${agents} agents with ${ratings} ratings and 2,000 conversations gets a true sentence with an action`, () => {
        const { focus, facts } = focusOf(100 * agents + ratings, { conversations: 2000, agents, ratings });
        expect(said(focus)).toMatch(hasAction);
        if (!focus.standsOut) expect(holds(focus, facts), focus.summary).toBe(true);
        expect(focus.ladder.limits.join(' ').includes('these')).toBe(agents < 8);
        // What more data cannot cure is not put as so many more.
        for (const limit of focus.ladder.limits) expect(limit).not.toMatch(/\d+ more (?:are )?need|needs? \d+ more/);
      });
    }
  }

  it('of one agent is not told that more conversations would compare people', () => {
    const { focus } = focusOf(3, { conversations: 500, agents: 1 });
    expect(focus.ladder.limits).toEqual([
      'All replies are by one person: nothing can be compared between people, however many conversations come. This person’s own weeks can be.',
    ]);
  });

  it('whose ratings are all equal is not asked for more of the same', () => {
    const { focus } = focusOf(4, { conversations: 2000, agents: 9, ratings: 60, allSatisfied: true });
    expect(focus.ladder.limits.join(' ')).toContain('what never differs cannot go together with anything');
    expect(focus.ladder.next).not.toMatch(/\d+ more/);
  });

  it('with one reviewer is told that only a second one can show agreement', () => {
    const limits = (reviewers: number) =>
      focusOf(5, { conversations: 300, agents: 9, reviews: 40, reviewers }).focus.ladder.limits.join(' ');
    expect(limits(1)).toContain('A second reader of the same twenty can tell it');
    expect(limits(2)).toBe('');
  });
});
