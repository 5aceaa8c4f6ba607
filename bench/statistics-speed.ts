/** How long the numbers take: drivers of a team, their bootstrap, shares of 14 qualities, the focus. */
import { estimateDrivers, findGains, satisfiedOf, simulateTeam, type TeamPlan } from '@rapport/insight';
import { correlationMatrix, createRandom, explainedShares } from '@rapport/statistics';
import { keepTable, percentile, rounded } from './table.ts';

const effects = Array.from({ length: 14 }, (_, k) => (k % 3 === 0 ? 0.5 : 0));
const rows = [
  ['LMG shares of 14 qualities (16,384 subsets)', ...timed(20, shareFourteen)],
  ['Drivers, 9,200 conversations, no blanks, 1,000 draws', ...timed(5, driversOf({ effects }))],
  [
    'Drivers, 9,200 conversations, half blank, 1,000 draws',
    ...timed(5, driversOf({ effects, blanks: 0.5, reviews: 40 })),
  ],
  [
    'Drivers, 5 agents, 9,000 conversations, 1,000 draws',
    ...timed(5, driversOf({ effects, agents: 5, conversations: 1800, reviews: 120 })),
  ],
  ['Focus: headroom and chance of the largest gain', ...timed(5, focusOf({ effects }))],
  ['Drivers, 92,000 conversations, no blanks, 1,000 draws', ...timed(2, driversOf({ effects, conversations: 2300 }))],
];
keepTable({
  name: 'statistics-speed',
  title: 'How long the numbers take',
  about:
    'Simulated teams with 14 qualities, one thread. Drivers: answers weighted back, slopes set right with reviews, agents drawn again 1,000 times, shares.',
  columns: ['what', 'processor, median', 'clock, median', 'runs'],
  rows,
  notes: [
    'The clock is that of a machine on which other work was running; processor time includes other threads of the runtime.',
  ],
});

function driversOf(plan: Omit<TeamPlan, 'seed'>): () => void {
  const { table } = simulateTeam({ seed: 1, ...plan });
  const outcomes = table.rows.map(satisfiedOf);
  return () => void estimateDrivers({ table, outcomes, seed: 1 });
}

function focusOf(plan: Omit<TeamPlan, 'seed'>): () => void {
  const { table } = simulateTeam({ seed: 1, ...plan });
  const found = estimateDrivers({ table, outcomes: table.rows.map(satisfiedOf), seed: 1 });
  return () => void findGains(table, found);
}

function shareFourteen(): void {
  const random = createRandom(1);
  const columns = Array.from({ length: 200 }, () => {
    const halo = random.normal();
    return Array.from({ length: 15 }, () => halo + random.normal());
  });
  const joint = correlationMatrix(columns);
  explainedShares({
    correlations: joint.slice(0, 14).map((row) => row.slice(0, 14)),
    withOutcome: (joint[14] ?? []).slice(0, 14),
  });
}

/** Processor time beside the clock: on a busy machine only the first says what the work costs. */
function timed(runs: number, work: () => void): string[] {
  work();
  const clock: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const used = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(used);
    clock.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  return [`${rounded(percentile(processor, 0.5))} ms`, `${rounded(percentile(clock, 0.5))} ms`, String(runs)];
}
