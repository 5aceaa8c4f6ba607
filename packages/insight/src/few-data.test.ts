import { type Focus, qualityIds, qualityWords } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { findFocus } from './find-focus.ts';
import type { ConversationFacts } from './focus-input.ts';
import { drawFacts, type SmallTeam } from './simulate/draw-facts.ts';
import { tallyFocus } from './tally-focus.ts';

interface Team extends SmallTeam {
  reviewers?: number;
}

function focusOf(seed: number, team: Team): { focus: Focus; facts: ConversationFacts[] } {
  const facts = drawFacts(seed, team);
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
