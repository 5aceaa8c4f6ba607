/** The grid of little data in the terminal: whatever there is, something true is printed that one can act on. */
import { drawFacts, findFocus, type SmallTeam, simulateTeam, tallyFocus } from '@rapport/insight';
import { describe, expect, it } from 'vitest';
import { analyseTable } from './commands/analyse-scored.ts';
import { describeScored } from './describe-scored.ts';
import { describeFocus, listFocusItems } from './focus-items.ts';

const grid: (SmallTeam & { name: string; reviews?: number })[] = [
  ...[0, 1, 5, 20].map((conversations) => ({ name: `${conversations} conversations`, conversations, agents: 2 })),
  { name: 'one agent', conversations: 500, agents: 1, ratings: 60 },
  { name: 'no ratings', conversations: 500, agents: 9 },
  { name: 'ratings all equal', conversations: 800, agents: 9, ratings: 300, allSatisfied: true },
  { name: 'one reviewer', conversations: 500, agents: 9, ratings: 60, reviews: 40 },
  ...[3, 5, 8].flatMap((agents) =>
    [0, 30, 120].map((ratings) => ({
      ...{ name: `${agents} agents, ${ratings} ratings, 2,000 conversations`, conversations: 2000 },
      ...{ agents, ratings },
    })),
  ),
];
const action = /\b(?:read|open|drop|ask|keep|start with|add|a longer export|more conversations)\b/i;
const broken = /NaN|undefined|Infinity|too_few|outcome_constant|no_data/;

describe('in the terminal', () => {
  it.each(grid)('$name: conversations are told with something to do', (cell) => {
    const facts = drawFacts(cell.conversations + cell.agents, cell);
    const focus = findFocus({
      ...tallyFocus(facts),
      totals: { conversations: facts.length, messages: 4 * facts.length },
      ...{ notScored: [], period: { from: null, to: null }, scorerVersion: 'test', seed: 1 },
      ...{ reviews: cell.reviews ?? 0, reviewers: cell.reviews ? 1 : 0 },
    });
    const said = describeFocus(
      focus,
      listFocusItems(focus, () => []),
    );
    expect(said).toMatch(action);
    expect(said).not.toMatch(broken);
    if (focus.agents < 8 && focus.agents > 1) expect(said).toContain('people only');
  });

  it.each(grid.filter(({ conversations }) => conversations > 0))(
    '$name: a scored table is told with something to do, and its figures are those of the rows',
    (cell) => {
      const each = Math.max(1, Math.ceil(cell.conversations / cell.agents));
      const { table } = simulateTeam({
        ...{ seed: cell.conversations, names: ['tone', 'speed'], effects: [0.2, 0], weeks: 12 },
        ...{ agents: cell.agents, conversations: each, reviews: 0, flagged: 0, blanks: 0.3 },
      });
      const rows = table.rows.slice(0, cell.conversations).map((row, place) => ({
        ...row,
        csat: place >= (cell.ratings ?? 0) ? null : cell.allSatisfied ? 5 : 1 + ((place * 7) % 5),
      }));
      const answer = analyseTable({ ...table, rows }, { seed: 1 });
      const said = describeScored('team.csv', answer);
      expect(said).toMatch(action);
      expect(said).not.toMatch(broken);
      if (answer.lowScored !== null) {
        const place = table.qualities.indexOf(answer.lowScored.quality);
        const scores = rows.flatMap(({ scores }) => scores[place] ?? []);
        const least = Math.min(...scores);
        expect(answer.lowScored.n).toBe(scores.length);
        const first = rows.find(({ conversation }) => conversation === answer.lowScored?.conversations[0]);
        expect(first?.scores[place]).toBe(least);
      }
      // What more data would not cure is not asked for.
      if (cell.agents === 1 || cell.allSatisfied) expect(said).not.toMatch(/\d+ more ratings/);
      if ((cell.ratings ?? 0) < 200) expect(said).not.toMatch(/^Start with/m);
    },
  );
});
