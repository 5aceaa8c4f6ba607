/**
 * Pass rate per agent and team: machine scores on every conversation, corrected with human verdicts on a few.
 *
 * Use: the default answer to "how many of these conversations met the standard?". Only reviews drawn at random count;
 * the others are left out, because flagged conversations fail more often.
 * Method: one slope for all agents. From deviations within agents: lambda = max(0, Σ y~f~ / Σ f~²), 0 with fewer than 20
 * degrees of freedom; variance ratio VR = residual over plain variance, kept in [.25, 1]. Agent: p = mean y +
 * lambda (mean f of all - mean f of the reviewed), Wilson with n(N-1)/(N-n)/VR reviews. Team: agents as strata.
 * Why: the textbook prediction-powered interval covers 65% instead of 95% at n = 5 and an 80% pass rate
 * (Mani et al. 2025, https://arxiv.org/abs/2505.20178); this one 94-96%. Base: Cochran, Sampling Techniques, ch. 7.
 * Example: `estimatePassRates({ conversations: [] }).team.reason` → no_data
 */
import { clip, defaultLevel, type Estimate, type EstimateReason, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { wilsonInterval } from '../proportions/wilson-interval.ts';
import { groupBy, meanOf, sumOf } from '../sums.ts';

export interface ScoredConversation {
  agent: string | number;
  /** The machine's score, on any scale. */
  machine: number;
  /** The human verdict, and whether chance alone chose the conversation. */
  review: { passed: boolean; random: boolean } | null;
}

export interface PassRateQuestion {
  conversations: readonly ScoredConversation[];
  level?: number;
}

export interface AgentPassRate {
  agent: string | number;
  /** N, all conversations of the agent. */
  conversations: number;
  estimate: Estimate;
}

export interface PassRates {
  lambda: number;
  varianceRatio: number;
  agents: AgentPassRate[];
  team: Estimate;
  /** Standard error behind the team's range; null when it was refused. */
  teamStandardError: number | null;
  /** Agents without a random review: not in the team's number. */
  leftOut: (string | number)[];
}

const method = 'default-pass-rate';

export function estimatePassRates({ conversations, level = defaultLevel }: PassRateQuestion): PassRates {
  return ratesOf([...groupBy(conversations, (conversation) => conversation.agent)].map(describeAgent), level);
}

/** What all conversations of one agent, or of one stratum of an agent, come to: enough for the same answer. */
export interface SummedStratum {
  agent: string | number;
  /** N, all conversations. */
  size: number;
  /** Mean of the machine's scores over all of them. */
  machineMean: number;
  /** The ones drawn at random and judged by a person. */
  reviews: readonly { machine: number; passed: boolean }[];
}

/** The same from sums, so that a million conversations need not be listed. Every stratum needs a name of its own. */
export function estimateSummedPassRates({
  strata,
  level = defaultLevel,
}: {
  strata: readonly SummedStratum[];
  level?: number;
}): PassRates {
  const agents = strata.map(({ agent, size, machineMean, reviews }) => ({
    ...{ agent, size, machineMean, otherReviews: 0 },
    verdicts: reviews.map(({ passed }) => Number(passed)),
    machineReviewed: reviews.map(({ machine }) => machine),
  }));
  return ratesOf(agents, level);
}

function ratesOf(agents: readonly Agent[], level: number): PassRates {
  const reviewed = agents.filter((agent) => agent.verdicts.length > 0);
  const shape = fitShape(reviewed);
  const team = estimateTeam(agents, reviewed, shape, level);
  return {
    lambda: shape.lambda,
    varianceRatio: shape.varianceRatio,
    agents: agents.map((agent) => ({
      agent: agent.agent,
      conversations: agent.size,
      estimate: estimateAgent(agent, shape, level),
    })),
    team: team.estimate,
    teamStandardError: team.standardError,
    leftOut: agents.filter((agent) => agent.verdicts.length === 0).map((agent) => agent.agent),
  };
}

interface Agent {
  agent: string | number;
  size: number;
  otherReviews: number;
  machineMean: number;
  verdicts: number[];
  machineReviewed: number[];
}

interface Shape {
  lambda: number;
  varianceRatio: number;
  /** Variance of what the machine does not explain, per review. */
  residualVariance: number;
}

function describeAgent([agent, rows]: [string | number, ScoredConversation[]]): Agent {
  const drawn = rows.filter((row) => row.review?.random);
  return {
    agent,
    size: rows.length,
    otherReviews: rows.filter((row) => row.review && !row.review.random).length,
    machineMean: meanOf(rows.map((row) => row.machine)),
    verdicts: drawn.map((row) => (row.review?.passed ? 1 : 0)),
    machineReviewed: drawn.map((row) => row.machine),
  };
}

function fitShape(agents: readonly Agent[]): Shape {
  const y = agents.flatMap(({ verdicts }) => deviations(verdicts));
  const f = agents.flatMap(({ machineReviewed }) => deviations(machineReviewed));
  const freedom = y.length - agents.length;
  const squaresY = sumOf(y.map((value) => value * value));
  const squaresF = sumOf(f.map((value) => value * value));
  const cross = sumOf(y.map((value, row) => value * (f[row] ?? 0)));
  const slope = freedom >= 20 && squaresF > 0 ? Math.max(0, cross / squaresF) : 0;
  const restAt = (lambda: number) => sumOf(y.map((value, row) => (value - lambda * (f[row] ?? 0)) ** 2));
  const ratio = slope > 0 && squaresY > 0 ? clip(restAt(slope) / (freedom - 1) / (squaresY / freedom), 0.25, 1) : 1;
  const lambda = ratio === 1 ? 0 : slope;
  const left = freedom - (lambda > 0 ? 1 : 0);
  return { lambda, varianceRatio: ratio, residualVariance: left > 0 ? restAt(lambda) / left : 0 };
}

function deviations(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}

/** The assisted rate before it is kept in [0, 1]. */
function assistedRate({ verdicts, machineReviewed, machineMean }: Agent, lambda: number): number {
  return meanOf(verdicts) + lambda * (machineMean - meanOf(machineReviewed));
}

function estimateAgent(agent: Agent, { lambda, varianceRatio }: Shape, level: number): Estimate {
  const n = agent.verdicts.length;
  const size = agent.size;
  if (n === 0) return refuse(withoutReviews(agent.otherReviews), { n, method, level });
  const value = clip(assistedRate(agent, lambda), 0, 1);
  if (n === size) return exactly(meanOf(agent.verdicts), n, level);
  return rateWith({ value, effectiveN: (n * (size - 1)) / (size - n) / varianceRatio, n, level });
}

function estimateTeam(
  agents: readonly Agent[],
  reviewed: readonly Agent[],
  { lambda, varianceRatio, residualVariance }: Shape,
  level: number,
): { estimate: Estimate; standardError: number | null } {
  const n = sumOf(reviewed.map((agent) => agent.verdicts.length));
  if (n === 0) {
    const others = sumOf(agents.map((agent) => agent.otherReviews));
    const reason = agents.length === 0 ? 'no_data' : withoutReviews(others);
    return { estimate: refuse(reason, { n, method, level }), standardError: null };
  }
  const size = sumOf(reviewed.map((agent) => agent.size));
  const value = clip(sumOf(reviewed.map((agent) => (agent.size / size) * assistedRate(agent, lambda))), 0, 1);
  const variance = sumOf(
    reviewed.map(({ size: own, verdicts: { length } }) => {
      return ((own / size) ** 2 * (1 - length / own) * residualVariance) / length;
    }),
  );
  const standardError = Math.sqrt(variance);
  const leftOut = agents.length - reviewed.length;
  const warnings = leftOut > 0 ? [`${leftOut} agents have no random review and are left out`] : [];
  if (n === size) return { estimate: { ...exactly(value, n, level), warnings }, standardError };
  const certain = variance === 0 || value === 0 || value === 1;
  const most = (n / varianceRatio) * (size / (size - n));
  const effectiveN = certain ? n : Math.min((value * (1 - value)) / variance, most);
  return { estimate: rateWith({ value, effectiveN, n, level, warnings }), standardError };
}

function withoutReviews(otherReviews: number): EstimateReason {
  return otherReviews > 0 ? 'reviews_not_random' : 'no_random_reviews';
}

/** Every conversation was reviewed: nothing is left to estimate. */
function exactly(value: number, n: number, level: number): Estimate {
  const interval = { lower: value, upper: value };
  return estimateOf({ value, interval, inner: interval, level, n, method });
}

interface RateParts {
  value: number;
  effectiveN: number;
  n: number;
  level: number;
  warnings?: string[];
}

function rateWith({ value, effectiveN, n, level, warnings }: RateParts): Estimate {
  const interval = wilsonInterval({ rate: value, n: effectiveN, level });
  const inner = wilsonInterval({ rate: value, n: effectiveN, level: innerLevel });
  return estimateOf({ value, interval, inner, level, n, effectiveN, method, warnings });
}
