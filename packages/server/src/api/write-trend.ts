/** Counts of a trend as points with their ranges, and what the change of the scorer alone did to them. */
import type { QualityId, Trend, TrendChange, TrendLine, TrendStep } from '@rapport/contract';
import { estimateShare } from '@rapport/insight';
import { estimateClusteredMean } from '@rapport/statistics';
import type { KnownVersion } from '../store/scorer-versions.ts';
import type { TrendCount, TrendPair } from '../store/trend.ts';

export interface TrendParts {
  quality: QualityId;
  by: TrendStep;
  /** In the order of their first use. */
  versions: readonly KnownVersion[];
  focusVersion: string;
  counts: readonly TrendCount[];
  /** What a version and the one before it found in the same conversations. */
  pairs: readonly { before: string; after: string; found: readonly TrendPair[] }[];
}

export function writeTrend({ quality, by, versions, focusVersion, counts, pairs }: TrendParts): Trend {
  const lines = versions
    .map((version) => toLine(version, focusVersion, counts))
    .filter(({ points }) => points.length > 0);
  return { quality, by, lines, changes: pairs.map((pair) => toChange(pair, lines)) };
}

function toLine(version: KnownVersion, focusVersion: string, counts: readonly TrendCount[]): TrendLine {
  const own = counts.filter(({ scorerVersion }) => scorerVersion === version.scorerVersion);
  const byStart = new Map<string, TrendCount[]>();
  for (const one of own) {
    const start = one.from.toISOString();
    byStart.set(start, [...(byStart.get(start) ?? []), one]);
  }
  return {
    scorerVersion: version.scorerVersion,
    firstUsedAt: version.firstUsedAt.toISOString(),
    inFocus: version.scorerVersion === focusVersion,
    points: [...byStart].map(([from, its]) => ({
      from,
      met: estimateShare(its.flatMap(({ agent, met, n }) => eventsOf(agent, met, n))),
      n: its.reduce((sum, { n }) => sum + n, 0),
    })),
  };
}

const eventsOf = (agent: number, met: number, n: number) =>
  Array.from({ length: n }, (_, index) => ({ cluster: agent, event: index < met }));

/** Over what both saw a call for: the same words, so whatever differs is the reader's doing and nobody else's. */
function toChange({ before, after, found }: TrendParts['pairs'][number], lines: readonly TrendLine[]): TrendChange {
  const both = found.filter((one) => one.before !== null && one.after !== null);
  const sum = (pairs: readonly TrendPair[]) => pairs.reduce((total, { n }) => total + n, 0);
  const rows = both.flatMap((one) =>
    Array.from({ length: one.n }, () => ({ cluster: one.agent, value: Number(one.after) - Number(one.before) })),
  );
  const starts = (version: string) =>
    lines.find(({ scorerVersion }) => scorerVersion === version)?.points.map(({ from }) => from) ?? [];
  const last = starts(before).at(-1);
  return {
    fromVersion: before,
    toVersion: after,
    at: starts(after).find((from) => last === undefined || from > last) ?? null,
    both: sum(both),
    gained: sum(both.filter((one) => one.after === true && one.before === false)),
    lost: sum(both.filter((one) => one.after === false && one.before === true)),
    difference: estimateClusteredMean({ rows }),
    onlyFrom: sum(found.filter((one) => one.after === null)),
    onlyTo: sum(found.filter((one) => one.before === null)),
  };
}
