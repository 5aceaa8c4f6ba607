/**
 * Do the ranges hold what they promise? `npm run check:statistics`: teams with a known truth are simulated, analysed as a
 * real team would be, and the answers are held against it. Prints a table and fails when a figure leaves its limit.
 * A null is a quality without any effect. One argument multiplies the simulations (`-- 3` for three times as many).
 */
import {
  compareAgents,
  type Drivers,
  estimateDrivers,
  estimateQualityRates,
  findGains,
  type SimulatedTeam,
  satisfiedOf,
  simulateTeam,
  type TeamPlan,
  verifyChange,
} from '@rapport/insight';
import { isKnown } from '@rapport/statistics';

/** Shares per simulated team: the error counts teams, because ranges of one team stand and fall together. */
interface Figure {
  name: string;
  shares: number[];
  atLeast?: number;
  atMost?: number;
}

const times = Number(process.argv[2] ?? 1);
if (!(times > 0)) {
  process.stderr.write('The one argument is a number that multiplies the simulations.\n');
  process.exit(2);
}
const started = performance.now();
const figures: Figure[] = [
  ...driverFigures('drivers', 60, {}),
  ...driverFigures('drivers, 20-80% blank', 24, {
    blanks: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.2, 0.35, 0.5, 0.65, 0.45, 0.4],
    reviews: 25,
  }),
  ...driverFigures('drivers, single moments', 12, { ratedShare: 0.5, reviews: 40 }),
  ...driverFigures('drivers, 10 agents', 12, { agents: 10, conversations: 900, reviews: 60 }),
  ...driverFigures('drivers, 5 agents', 12, { agents: 5, conversations: 1800, reviews: 120 }),
  ...driverFigures('drivers, 4 large agents, 36 small', 12, {
    conversations: Array.from({ length: 40 }, (_, agent) => (agent < 4 ? 1200 : 120)),
  }),
  ...rateFigures(),
  ...changeFigures('change, 10 of 40 agents', 10),
  ...changeFigures('change, 4 against 36 agents', 4),
  standingFigure(),
];
report();

function driverFigures(name: string, teams: number, plan: Omit<TeamPlan, 'seed'>): Figure[] {
  const cover: number[] = [];
  const excluded: number[] = [];
  const called: number[] = [];
  const gained: number[] = [];
  for (let team = 0; team < count(teams); team += 1) {
    const simulated = simulateTeam({ seed: 5000 + team, ...plan });
    const { table, truth } = simulated;
    const found = estimateDrivers({ table, outcomes: table.rows.map(satisfiedOf), seed: team, draws: 400 });
    cover.push(shareOf(found.drivers, ({ slope }, k) => (isKnown(slope) ? holds(slope, truth.slopes[k]) : null)));
    const silent = (k: number) => truth.slopes[k] === 0;
    excluded.push(shareOf(found.drivers, ({ slope }, k) => (isKnown(slope) && silent(k) ? !holds(slope, 0) : null)));
    called.push(shareOf(found.drivers, ({ slope, clear }, k) => (isKnown(slope) && silent(k) ? clear : null)));
    gained.push(coverOfGains(simulated, found));
  }
  return [
    { name: `${name}: ranges that hold the slope`, shares: cover, atLeast: 0.91 },
    { name: `${name}: nulls whose range leaves 0 out`, shares: excluded, atMost: 0.09 },
    { name: `${name}: nulls called drivers`, shares: called, atMost: 0.05 },
    { name: `${name}: ranges that hold the gain`, shares: gained, atLeast: 0.91 },
  ];
}

function coverOfGains({ table, truth }: SimulatedTeam, found: Drivers): number {
  return shareOf(findGains(table, found).gains, ({ gain }, k) => (isKnown(gain) ? holds(gain, truth.gains[k]) : null));
}

/** The rate of THESE conversations is known in a simulation: every one of them has a verdict nobody else may look at. */
function rateFigures(): Figure[] {
  const plans: [string, Omit<TeamPlan, 'seed'>][] = [
    ['whole reviews', {}],
    ['single moments', { ratedShare: 0.3, reviews: 40, blanks: 0.4 }],
  ];
  return plans.flatMap(([name, plan]) => {
    const teams: number[] = [];
    const agents: number[] = [];
    for (let team = 0; team < count(50); team += 1) {
      const { table, truth } = simulateTeam({ seed: 9000 + team, effects: [0.5, 0, 0, 0], flagged: 60, ...plan });
      const rates = estimateQualityRates(table);
      teams.push(shareOf(rates, ({ team: rate }, k) => (isKnown(rate) ? holds(rate, truth.passRates[k]) : null)));
      agents.push(
        shareOf(rates, ({ agents: own }, k) =>
          shareOf(own, ({ agent, estimate }) =>
            isKnown(estimate) ? holds(estimate, truth.agentPassRates.get(String(agent))?.[k]) : null,
          ),
        ),
      );
    }
    return [
      { name: `pass rates of a team, ${name}`, shares: teams, atLeast: 0.91 },
      { name: `pass rates of an agent, ${name}`, shares: agents, atLeast: 0.91 },
    ];
  });
}

function changeFigures(name: string, agents: number): Figure[] {
  const verdictsAt = (effect: number) =>
    Array.from({ length: count(80) }, (_, seed) => {
      const coaching = { effect, quality: 0, agents, fromWeek: 14 };
      const { table } = simulateTeam({
        seed: 20000 + seed,
        effects: [0.5],
        conversations: 120,
        reviews: 0,
        flagged: 0,
        coaching,
      });
      const coached = table.rows.flatMap((row) => (row.coachedFromWeek === null ? [] : [[row.agent, 14] as const]));
      const plan = {
        quality: 'quality_1',
        fromWeek: new Map(coached),
        selectedBecause: 'low-scores' as const,
        selectionWeeks: 2,
      };
      return verifyChange({ table, plan });
    });
  const without = verdictsAt(0);
  const called = without.map(({ verdict }) => Number(verdict === 'worked' || verdict === 'worse'));
  const cover = verdictsAt(6).map(({ estimate }) => Number(isKnown(estimate) && holds(estimate, 6)));
  return [
    { name: `${name}: called an effect where there was none`, shares: called, atMost: 0.09 },
    { name: `${name}: ranges that hold an effect of 6 points`, shares: cover, atLeast: 0.91 },
  ];
}

/** Agents who do not differ: how often is any of them called better or worse? */
function standingFigure(): Figure {
  const shares = Array.from({ length: count(60) }, (_, seed) => {
    const { table } = simulateTeam({
      seed: 30000 + seed,
      effects: [0.5],
      agentSpread: 0,
      conversations: 100,
      flagged: 0,
    });
    const { agents } = compareAgents(table, { quality: 'quality_1', seed });
    return Number(agents.some(({ standing }) => standing !== 'not-apart'));
  });
  return { name: 'agents who do not differ: any called better or worse', shares, atMost: 0.09 };
}

function report(): void {
  let failed = 0;
  process.stdout.write(`${line(['', 'measured', 'error', 'teams', 'limit', ''])}\n`);
  for (const { name, shares, atLeast, atMost } of figures) {
    const known = shares.filter((share) => !Number.isNaN(share));
    const mean = known.reduce((sum, share) => sum + share, 0) / known.length;
    const error = Math.sqrt(
      known.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (known.length - 1) / known.length,
    );
    const within = mean >= (atLeast ?? 0) && mean <= (atMost ?? 1);
    if (!within) failed += 1;
    const limit = atLeast === undefined ? `<= ${atMost?.toFixed(2)}` : `>= ${atLeast.toFixed(2)}`;
    const verdict = within ? '' : 'OUTSIDE';
    process.stdout.write(`${line([name, mean.toFixed(3), error.toFixed(3), String(known.length), limit, verdict])}\n`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${figures.length - failed} within, ${failed} outside, ${seconds} s\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Share of yes among the entries that answer; NaN when none does. */
function shareOf<T>(list: readonly T[], answer: (entry: T, place: number) => boolean | number | null): number {
  const answers = list.map(answer).filter((one) => one !== null && !Number.isNaN(one));
  return answers.reduce<number>((sum, one) => sum + Number(one), 0) / answers.length;
}

function holds({ lower, upper }: { lower: number; upper: number }, truth: number | undefined): boolean {
  return truth !== undefined && lower <= truth && truth <= upper;
}

function count(simulations: number): number {
  return Math.max(2, Math.round(simulations * times));
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, place) => cell.padEnd([62, 10, 8, 7, 9, 8][place] ?? 0))
    .join('')
    .trimEnd();
}
