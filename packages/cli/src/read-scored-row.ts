/** One line of a scored table → one row, or the reason why it cannot be used. A blank is "not known", never 0. */
import type { ScoredReview, ScoredRow } from '@rapport/insight';

export interface ScoredColumns {
  qualities: string[];
  places: ReadonlyMap<string, number>;
}

export type RowReading = { row: ScoredRow } | { problem: string };

/** Suffixes of the `m_` columns, in the order of the file. */
export function qualitiesIn(names: readonly string[]): string[] {
  return names.flatMap((name) => (name.startsWith('m_') && name.length > 2 ? [name.slice(2)] : []));
}

export function readScoredRow(cells: readonly string[], { qualities, places }: ScoredColumns): RowReading {
  const problems: string[] = [];
  const text = (column: string): string => {
    const place = places.get(column);
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const number = (column: string, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): number | null => {
    const given = text(column);
    if (given === '') return null;
    const value = Number(given);
    if (Number.isFinite(value) && value >= low && value <= high) return value;
    problems.push(`column “${column}” says “${given.slice(0, 40)}”, which is no number it can hold`);
    return null;
  };
  const ratings = (prefix: string): (number | null)[] =>
    qualities.map((quality) => number(`${prefix}${quality}`, 1, 5));
  const agent = text('agent');
  if (agent === '') problems.push('no agent is named');
  const row: ScoredRow = {
    conversation: text('conversation'),
    agent,
    week: number('week'),
    channel: text('channel'),
    topic: text('topic'),
    language: text('language'),
    openingEmotion: number('opening_emotion'),
    closingEmotion: number('closing_emotion'),
    resolved: readYes(text('resolved')),
    recontactDays: number('recontact_days', 0),
    followedDays: number('followed_days', 0),
    csat: number('csat', 1, 5),
    coachedFromWeek: number('coached_from_week'),
    scores: qualities.map((quality) => number(`m_${quality}`, 0, 100)),
    review: readReview(),
  };
  const [problem] = problems;
  return problem === undefined ? { row } : { problem };

  function readReview(): ScoredReview | null {
    const reason = text('review_reason').toLowerCase();
    const first = ratings('h_');
    const second = ratings('h2_');
    if (first.every((rating) => rating === null)) return null;
    return {
      // Only what is said to be drawn by chance counts as that; anything else was chosen.
      drawn: reason === 'random' ? 'random' : 'flagged',
      probability: number('review_prob', 0, 1),
      reviewer: text('reviewer') || null,
      ratings: first,
      second: second.some((rating) => rating !== null) ? second : null,
    };
  }
}

function readYes(given: string): boolean | null {
  if (/^(1|true|yes)$/i.test(given)) return true;
  return /^(0|false|no)$/i.test(given) ? false : null;
}
