/**
 * How conversations ended, with ranges clustered by agent: what customers answered, and what was seen without asking.
 *
 * The two are never mixed into one number, scales are never converted into one another, and a rating stands beside the
 * share of conversations that carry one. The net promoter score is a mean of +1 (9 or 10), 0 and −1 (6 or less), so its
 * range is that of a mean, not that of a share.
 *
 * @example describeOutcomes({ asOf: null, counts: [], … }).conversations // 0
 */
import type {
  AskedOutcome,
  Channel,
  ChannelOutcomes,
  OutcomesAnswer,
  QualityId,
  SeenOutcomes,
} from '@rapport/contract';
import type { CountedCluster, SummedCluster } from '@rapport/statistics';
import { wroteAgainDays } from '../find-wrote-again.ts';
import { estimateCountedShare, estimateSummed } from '../rates/estimate-counted-share.ts';
import { sayOutcomes } from './say-outcomes.ts';

/** Conversations that one agent answered first, on one channel. */
export interface OutcomeCounts {
  agent: string;
  channel: Channel;
  conversations: number;
  satisfied: CountedCluster;
  resolved: CountedCluster;
  wroteAgain: CountedCluster;
  feelingFirst: SummedCluster;
  feelingLast: SummedCluster;
  feelingChange: SummedCluster;
  /** Of +1, 0 and −1. */
  nps: SummedCluster;
}

/** Answers of one measure on one scale, by agent. */
export interface AskedCounts {
  measure: AskedOutcome['measure'];
  agent: string;
  min: number | null;
  max: number | null;
  /** Of effort: which end of the scale is easy, where that was said. */
  easiest?: number | null;
  value: number;
  n: number;
}

export interface QualityCounts extends CountedCluster {
  agent: string;
  channel: Channel;
  quality: QualityId;
}

export interface OutcomesInput {
  asOf: string | null;
  counts: readonly OutcomeCounts[];
  asked: readonly AskedCounts[];
  /** Answers that could not be read, by measure. */
  unread: Readonly<Record<AskedOutcome['measure'], number>>;
  qualities: readonly QualityCounts[];
  scorerVersion: string;
}

export function describeOutcomes(input: OutcomesInput): OutcomesAnswer {
  const { asOf, counts, scorerVersion } = input;
  const conversations = sum(counts.map((one) => one.conversations));
  const answer = {
    asOf,
    conversations,
    agents: new Set(counts.map(({ agent }) => agent)).size,
    asked: (['csat', 'nps', 'ces'] as const).flatMap((measure) => describeAsked(measure, input, conversations)),
    seen: describeSeen(counts),
    wroteAgainDays,
    channels: describeChannels(input),
    scorerVersion,
  };
  return { ...answer, ...sayOutcomes(answer) };
}

function describeAsked(
  measure: AskedOutcome['measure'],
  { asked, counts, unread }: OutcomesInput,
  of: number,
): AskedOutcome[] {
  const own = asked.filter((one) => one.measure === measure);
  const answered = sum(own.map(({ n }) => n));
  if (answered + unread[measure] === 0) return [];
  const scales = new Map<string, AskedCounts[]>();
  for (const one of own) {
    const key = `${one.min} ${one.max} ${one.easiest ?? ''}`;
    scales.set(key, [...(scales.get(key) ?? []), one]);
  }
  const described = [...scales.values()].map(describeScale);
  const [only] = described;
  // Two scales have no common mean.
  const mean = described.length === 1 && only ? only.mean : estimateSummed([]);
  const summary = {
    csat: () => estimateCountedShare(byAgent(counts, ({ satisfied }) => satisfied)),
    nps: () => estimateSummed(sumsByAgent(counts, ({ nps }) => nps)),
    ces: () => mean,
  };
  return [{ measure, answered, of, summary: summary[measure](), scales: described, unread: unread[measure] }];
}

function describeScale(own: readonly AskedCounts[]): AskedOutcome['scales'][number] {
  const agents = new Map<string, SummedCluster>();
  const values = new Map<number, number>();
  for (const { agent, value, n } of own) {
    const known = agents.get(agent) ?? { n: 0, total: 0, squares: 0 };
    agents.set(agent, { n: known.n + n, total: known.total + n * value, squares: known.squares + n * value * value });
    values.set(value, (values.get(value) ?? 0) + n);
  }
  return {
    min: own[0]?.min ?? null,
    max: own[0]?.max ?? null,
    ...(own[0]?.easiest == null ? {} : { easiest: own[0].easiest }),
    mean: estimateSummed([...agents.values()]),
    answers: [...values].sort(([a], [b]) => a - b).map(([value, n]) => ({ value, n })),
  };
}

const describeSeen = (counts: readonly OutcomeCounts[]): SeenOutcomes => ({
  feelingFirst: estimateSummed(sumsByAgent(counts, (one) => one.feelingFirst)),
  feelingLast: estimateSummed(sumsByAgent(counts, (one) => one.feelingLast)),
  feelingChange: estimateSummed(sumsByAgent(counts, (one) => one.feelingChange)),
  resolved: estimateCountedShare(byAgent(counts, (one) => one.resolved)),
  wroteAgain: estimateCountedShare(byAgent(counts, (one) => one.wroteAgain)),
});

function describeChannels({ counts, qualities }: OutcomesInput): ChannelOutcomes[] {
  const channels = [...new Set(counts.map(({ channel }) => channel))];
  return channels
    .map((channel) => {
      const own = counts.filter((one) => one.channel === channel);
      const scores = qualities.filter((one) => one.channel === channel);
      const satisfied = byAgent(own, (one) => one.satisfied);
      return {
        channel,
        conversations: sum(own.map((one) => one.conversations)),
        rated: sum(satisfied.map(({ n }) => n)),
        satisfied: estimateCountedShare(satisfied),
        seen: describeSeen(own),
        qualities: [...new Set(scores.map(({ quality }) => quality))].map((quality) => ({
          quality,
          met: estimateCountedShare(scores.filter((one) => one.quality === quality)),
        })),
      };
    })
    .sort((a, b) => b.conversations - a.conversations || (a.channel < b.channel ? -1 : 1));
}

/** An agent on two channels is one agent. */
function byAgent(counts: readonly OutcomeCounts[], of: (one: OutcomeCounts) => CountedCluster): CountedCluster[] {
  const agents = new Map<string, CountedCluster>();
  for (const one of counts) {
    const [own, known] = [of(one), agents.get(one.agent) ?? { n: 0, passed: 0 }];
    agents.set(one.agent, { n: known.n + own.n, passed: known.passed + own.passed });
  }
  return [...agents.values()];
}

function sumsByAgent(counts: readonly OutcomeCounts[], of: (one: OutcomeCounts) => SummedCluster): SummedCluster[] {
  const agents = new Map<string, SummedCluster>();
  for (const one of counts) {
    const [own, known] = [of(one), agents.get(one.agent) ?? { n: 0, total: 0, squares: 0 }];
    agents.set(one.agent, {
      n: known.n + own.n,
      total: known.total + own.total,
      squares: known.squares + own.squares,
    });
  }
  return [...agents.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
