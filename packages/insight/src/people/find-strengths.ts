/**
 * What a person's replies surely do well, what is surely still open, and what cannot be told yet.
 *
 * Each quality's range is held against a mark: where the team is, if a fair comparison was possible, else a fixed one
 * that is the same for everybody. A quality is called great or open only when its whole range says so after control for
 * false discovery over all of them. Where the scorer itself is weak nothing is counted at all.
 */
import { floors, type PersonQuality, type QualityId } from '@rapport/contract';
import { defaultLevel, type Estimate, estimateProportion, refuse } from '@rapport/statistics';
import { findClear } from '../control-false-discovery.ts';
import { behaviourOf } from './behaviour-words.ts';

/** Surely met in more than two of three calls: called great. */
export const greatMark = 2 / 3;
/** Surely met in fewer than half of the calls: still open. */
export const openMark = 1 / 2;

export interface QualityCount {
  quality: QualityId;
  met: number;
  /** Conversations that called for it. */
  n: number;
}

/** Where the team is, and what the fair comparison found of this person. */
export interface TeamMark {
  value: number;
  standing: 'above' | 'below' | 'not-apart';
}

export interface StrengthQuestion {
  counts: readonly QualityCount[];
  own: boolean;
  /** Qualities the scorer reads too weakly to count. */
  unreliable: ReadonlySet<QualityId>;
  /** Only of qualities in which this person could be compared fairly. */
  team: ReadonlyMap<QualityId, TeamMark>;
}

/** @returns the qualities that were called for at all; great ones first, surest first within */
export function findStrengths({ counts, own, unreliable, team }: StrengthQuestion): PersonQuality[] {
  const countable = counts.filter(
    ({ quality, n }) => n >= floors.opportunitiesForRate && !unreliable.has(quality) && !team.has(quality),
  );
  const clear = new Set(
    findClear(
      countable.flatMap((one) => [
        { id: `great ${one.quality}`, at: (level: number) => beyond(one, greatMark, 'above', level) },
        { id: `open ${one.quality}`, at: (level: number) => beyond(one, openMark, 'below', level) },
      ]),
    ),
  );
  const standingOf = ({ quality, met, n }: QualityCount): PersonQuality['standing'] => {
    if (n < floors.opportunitiesForRate || unreliable.has(quality)) return 'cannot-tell';
    const mark = team.get(quality);
    if (mark) return mark.standing === 'above' ? 'great' : mark.standing === 'below' ? 'open' : 'cannot-tell';
    if (met / n > greatMark && clear.has(`great ${quality}`)) return 'great';
    if (met / n < openMark && clear.has(`open ${quality}`)) return 'open';
    return 'cannot-tell';
  };
  return counts
    .filter(({ n }) => n > 0)
    .map((one) => {
      const mark = team.get(one.quality);
      const standing = standingOf(one);
      const met = estimateOwnShare(one);
      const about: Omit<PersonQuality, 'why'> = {
        quality: one.quality,
        phrase: behaviourOf(one.quality, own),
        met,
        mark: mark?.value ?? (standing === 'open' ? openMark : greatMark),
        markIs: mark ? 'team' : 'fixed',
        standing,
      };
      return { ...about, why: writeWhy(about, unreliable.has(one.quality)) };
    })
    .sort((a, b) => order[a.standing] - order[b.standing] || (b.met.lower ?? 0) - (a.met.lower ?? 0));
}

const order = { great: 0, open: 1, 'cannot-tell': 2 } as const;

/** A share over one person's own conversations; nothing below the floor. */
export function estimateOwnShare({ met, n }: Pick<QualityCount, 'met' | 'n'>): Estimate {
  if (n < floors.opportunitiesForRate) {
    return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'share' });
  }
  return { ...estimateProportion({ passed: met, n }), warnings: ['holds for this one agent only'] };
}

/**
 * The share minus the mark, at a level: zero left out means the range lies beyond it on the side that was asked for. The
 * other side is open, because a finding nobody asked for would make room for false ones.
 */
function beyond({ met, n }: QualityCount, mark: number, side: 'above' | 'below', level: number): Estimate {
  const share = estimateProportion({ passed: met, n, level: Math.max(level, defaultLevel) });
  const less = (end: number | null) => (end === null ? null : end - mark);
  const [lower, upper] = side === 'above' ? [less(share.lower), 1] : [-1, less(share.upper)];
  return { ...share, value: less(share.value), lower, upper };
}

function writeWhy({ met, standing, markIs }: Omit<PersonQuality, 'why'>, isUnreliable: boolean): string {
  if (isUnreliable) return 'Rapport reads this too unsurely to count it: look at the moments instead.';
  if (met.value === null) {
    return `Called for ${met.n === 1 ? 'once' : `${met.n} times`}: a share starts at ${floors.opportunitiesForRate}.`;
  }
  if (standing === 'great') {
    return markIs === 'team' ? 'Above where the team is, with the same work.' : 'Surely met in more than two of three.';
  }
  if (standing === 'open') {
    return markIs === 'team' ? 'Below where the team is, with the same work.' : 'Surely met in fewer than half.';
  }
  return markIs === 'team'
    ? 'Cannot be told apart from the team.'
    : 'Neither surely above two of three nor surely below half.';
}
