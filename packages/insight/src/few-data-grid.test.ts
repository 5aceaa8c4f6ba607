/** The whole grid of little data, page by page: each gets a true sentence, and something to do. */
import { type Channel, type DriversAnswer, type Focus, type OutcomesAnswer, qualityIds } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { chooseActions } from './actions/choose-actions.ts';
import { inputOf } from './drivers/drivers-input.test-data.ts';
import { explainDrivers } from './drivers/explain-drivers.ts';
import { findFocus } from './find-focus.ts';
import { describeOutcomes, type OutcomeCounts } from './outcomes/describe-outcomes.ts';
import { writeLoadHeadline, writeLoadSentence } from './people/write-load-words.ts';
import { writePersonHeadline, writePersonSummary } from './people/write-person-headline.ts';
import { describeReasons } from './reasons/describe-reasons.ts';
import { groupSentences } from './reasons/group-sentences.ts';
import { sayReasons } from './reasons/say-reasons.ts';
import type { ScoredTable } from './scored-table.ts';
import { drawFacts, type SmallTeam, smallTeams } from './simulate/draw-facts.ts';
import { simulateTeam } from './simulate/simulate-team.ts';
import { tallyFocus } from './tally-focus.ts';
import { findChanges } from './weeks/find-changes.ts';

const action =
  /\b(?:read|open|drop|ask|keep|start with|bring in|begin with|check|give it|reviewed by people|reviews more|more (?:ratings|conversations))\b/i;
const broken = /NaN|undefined|Infinity|\bnull\b|\b1 (?:conversations|agents|ratings)\b/;
/** "of 800 ratings more" would not cure any of these. */
const incurable = (said: string, { name }: SmallTeam) => {
  if (name === 'one agent' || name === 'ratings all equal') expect(said).not.toMatch(/\d+ more ratings/);
};

const tableOf = ({ conversations, agents, ratings = 0, allSatisfied = false }: SmallTeam): ScoredTable => {
  const plan = { seed: conversations + agents + ratings, names: qualityIds, effects: qualityIds.map(() => 0.1) };
  const each = Math.max(1, Math.ceil(conversations / agents));
  const { table } = simulateTeam({
    ...plan,
    agents,
    conversations: each,
    reviews: 0,
    flagged: 0,
    weeks: 12,
    blanks: 0.5,
  });
  let rated = 0;
  const rows = table.rows.slice(0, conversations).map((row, place) => {
    rated += 1;
    const csat = rated > ratings ? null : allSatisfied ? 5 : 1 + ((place * 7) % 5);
    return { ...row, csat };
  });
  return { ...table, rows };
};

function focusOf(cell: SmallTeam): Focus {
  const facts = drawFacts(cell.conversations + cell.agents, cell);
  return findFocus({
    ...tallyFocus(facts),
    totals: { conversations: facts.length, messages: 4 * facts.length },
    ...{ notScored: [], period: { from: null, to: null }, scorerVersion: 'test', seed: 1 },
    ...{ reviews: cell.reviews ?? 0, reviewers: cell.reviews ? 1 : 0 },
  });
}

function driversOf(cell: SmallTeam): DriversAnswer {
  return explainDrivers(inputOf(tableOf(cell)), 'satisfied');
}

function outcomesOf(cell: SmallTeam): OutcomesAnswer {
  const table = tableOf(cell);
  const byAgent = new Map<string, typeof table.rows>();
  for (const row of table.rows) byAgent.set(row.agent, [...(byAgent.get(row.agent) ?? []), row]);
  const none = { n: 0, total: 0, squares: 0 };
  const counts = [...byAgent].map(([agent, rows]): OutcomeCounts => {
    const rated = rows.filter(({ csat }) => csat !== null);
    const satisfied = { n: rated.length, passed: rated.filter(({ csat }) => (csat ?? 0) >= 4).length };
    return {
      ...{ agent, channel: 'chat' as Channel, conversations: rows.length, satisfied },
      ...{ resolved: { n: 0, passed: 0 }, wroteAgain: { n: 0, passed: 0 }, nps: none },
      ...{ feelingFirst: none, feelingLast: none, feelingChange: none },
    };
  });
  const asked = counts.map(({ agent, satisfied }) => ({
    ...{ measure: 'csat' as const, agent, min: 1, max: 5, value: 4, n: satisfied.n },
  }));
  return describeOutcomes({
    ...{ asOf: null, counts, qualities: [], unread: { csat: 0, nps: 0, ces: 0 }, scorerVersion: 'test' },
    asked: asked.filter(({ n }) => n > 0),
  });
}

/** A tenth of the conversations went badly; half of these are about a parcel that is missing. */
function reasonsOf({ conversations, agents }: SmallTeam) {
  const bad = Array.from({ length: Math.floor(conversations / 10) }, (_, place) => 10 * place);
  const sentences = bad.map((conversation, place) => ({
    conversation,
    words: place % 2 === 0 ? ['parcel', 'missing'] : [`lamp${place}`, `broken${place}`],
  }));
  const groups = groupSentences(sentences);
  const cells = Array.from({ length: agents }, (_, agent) => ({ agent: String(agent), week: 1, conversations }));
  const problems = describeReasons({
    ...{ cells, weekStarts: [] },
    groups: groups.map((group) => ({
      ...{ kind: 'problem' as const, key: group.key, name: 'Parcel, missing', quotes: [], ends: [] },
      cells: [{ agent: '0', week: 1, conversations: group.conversations }],
    })),
  });
  const grouped = groups.reduce((sum, group) => sum + group.conversations, 0);
  return sayReasons({
    bad: { conversations: bad.length, rated: 0, inferred: bad.length, grouped },
    ...{ problems, lookedIn: { problem: 1, rule: 1 } },
  });
}

const together = ({ marked, rest }: { marked: string; rest: string }): string => `${marked}${rest}`;

/** What each page says of itself: its headline, its line below, and where it has one its next step. */
const pages: Record<string, (cell: SmallTeam) => string> = {
  'next actions': (cell) => {
    const { actions, quiet } = chooseActions({
      ...{ focus: focusOf(cell), drivers: [driversOf(cell)], untended: [], gaps: null, team: null },
      ...{ promises: { conversations: 0, from: null }, coached: { qualities: [], nextReading: null } },
      ...{ may: { coach: true, judge: true, tend: true, bringIn: true }, now: new Date(0) },
    });
    return [quiet?.next, ...actions.flatMap(({ title, because, gainWords }) => [`${title}.`, because, gainWords])].join(
      ' ',
    );
  },
  focus: (cell) => {
    const { headline, summary, ladder } = focusOf(cell);
    return [together(headline), summary, ladder.trust, ladder.next, ...ladder.limits].join(' ');
  },
  drivers: (cell) => {
    const { headline, summary, next } = driversOf(cell);
    return [together(headline), summary, ...next.map(({ sentence }) => sentence)].join(' ');
  },
  'one driver': (cell) => {
    const { qualities, next } = driversOf(cell);
    const [one] = qualities;
    return [
      together(one?.headline ?? { marked: '', rest: '' }),
      one?.sentence,
      ...next.map((each) => each.sentence),
    ].join(' ');
  },
  outcomes: (cell) => {
    const { headline, sentence } = outcomesOf(cell);
    return `${together(headline)} ${sentence}`;
  },
  reasons: (cell) => {
    const { headline, sentence } = reasonsOf(cell);
    return `${together(headline)} ${sentence}`;
  },
  changes: ({ conversations, agents }) => {
    const cells = Array.from({ length: agents }, (_, agent) =>
      [0, 1, 2, 3].map((week) => ({
        ...{ cluster: String(agent), week, n: Math.floor(conversations / agents / 4) },
        ...{ total: Math.floor(conversations / agents / 8), squares: Math.floor(conversations / agents / 8) },
      })),
    ).flat();
    const week = { from: '2026-01-05T00:00:00.000Z', to: '2026-01-12T00:00:00.000Z' };
    const subjects = conversations === 0 ? [] : [{ subject: 'empathy' as const, week, cells }];
    return findChanges({ asOf: null, subjects, scorerVersion: 'test' }).sentence;
  },
};

describe.each(Object.keys(pages))('on the page of %s', (page) => {
  it.each(smallTeams)('$name: something true that one can act on', (cell) => {
    const said = pages[page]?.(cell) ?? '';
    expect(said).toMatch(/[a-z]{4}.*\./s);
    expect(said).not.toMatch(broken);
    expect(said).toMatch(action);
    incurable(said, cell);
  });
});

describe('what little data say is true', () => {
  it.each(smallTeams)('$name: the share of satisfied customers is that of the rows, with a range around it', (cell) => {
    const { asked, headline, conversations } = outcomesOf(cell);
    const rated = tableOf(cell).rows.flatMap(({ csat }) => csat ?? []);
    const share = rated.filter((csat) => csat >= 4).length / Math.max(1, rated.length);
    expect(conversations).toBe(cell.conversations);
    if (rated.length < 20) expect(headline.marked).not.toMatch(/\d+ of 100/);
    else {
      expect(headline.marked).toBe(`${Math.round(100 * share)} of 100`);
      const { lower, upper } = asked[0]?.summary ?? { lower: null, upper: null };
      expect((upper ?? 0) - (lower ?? 1)).toBeGreaterThan(0);
    }
  });

  it.each(smallTeams)('$name: no driver is named that the ranges do not carry', (cell) => {
    const { qualities, known, basis } = driversOf(cell);
    expect(known).toBe(tableOf(cell).rows.filter(({ csat }) => csat !== null).length);
    if (known < 200) expect(basis).toBe('none');
    for (const { tier, effect } of qualities) {
      if (tier === 'hint') expect(effect.lower ?? -1).toBeGreaterThan(0);
      expect(['first', 'real']).not.toContain(tier);
    }
  });

  it.each(smallTeams)(
    '$name: nobody is praised or blamed on the page of one person, and no load is called uneven',
    (cell) => {
      const facts = {
        own: true,
        name: 'Agent 1',
        conversations: cell.conversations,
        qualities: [],
        courses: [],
        thanks: 0,
      };
      const { before, marked, after } = writePersonHeadline(facts);
      const said = `${before}${marked}${after} ${writePersonSummary(facts)}`;
      expect(said).not.toMatch(broken);
      expect(said).toMatch(/Cannot tell yet|begins at|No conversations yet/);
      const people = Array.from({ length: cell.agents }, (_, n) => ({ name: `Agent ${n}`, carries: 'even' as const }));
      const teamShare = { value: null, lower: null, upper: null, level: 0.95, n: 0, method: 'made', warnings: [] };
      const load = { verdict: 'cannot-tell' as const, teamShare, p: null, people, conversations: cell.conversations };
      expect(`${writeLoadHeadline(load).marked} ${writeLoadSentence(load)}`).not.toMatch(/uneven(?!ly| sharing)|NaN/);
    },
  );
});
