/** The grid of little data in the terminal: whatever there is, something true is printed that one can act on. */
import { drawFacts, findFocus, simulateTeam, smallTeams, tallyFocus } from '@rapport/insight';
import { describe, expect, it } from 'vitest';
import { analyseTable } from './commands/analyse-scored.ts';
import { describeScored } from './describe-scored.ts';
import { describeFocus, listFocusItems } from './focus-items.ts';

const action = /\b(?:read|open|drop|ask|keep|start with|add|a longer export|more conversations)\b/i;
const broken = /NaN|undefined|Infinity|too_few|outcome_constant|no_data/;

describe('in the terminal', () => {
  it.each(smallTeams)('$name: conversations are told with something to do', (cell) => {
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

  it.each(smallTeams.filter(({ conversations }) => conversations > 0))(
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
