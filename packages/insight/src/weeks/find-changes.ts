/**
 * What changed since last week: each quality and outcome of the newest week against the weeks before it.
 *
 * Eighteen things are looked at together, so some week is always unusual by luck: a change is called real only with false
 * discovery controlled over everything that could be compared. A week of few conversations says "cannot tell yet".
 *
 * @example findChanges({ asOf: null, … }).rows // []
 */
import {
  type ChangeRow,
  type ChangeSubject,
  type Changes,
  changeSubjects,
  type QualityId,
  qualityIds,
  qualityWords,
} from '@rapport/contract';
import { defaultLevel, type Estimate, estimateWeekDifference, type WeekCell } from '@rapport/statistics';
import { findClear } from '../control-false-discovery.ts';
import { fewestOpportunities } from '../estimate-rates.ts';
import { estimateCountedShare, estimateSummed } from '../rates/estimate-counted-share.ts';

/** What was counted of one subject. */
export interface WeeksOfSubject {
  subject: ChangeSubject;
  /** The newest week; ISO instants. */
  week: { from: string; to: string };
  cells: readonly WeekCell[];
}

export interface ChangesInput {
  asOf: string | null;
  subjects: readonly WeeksOfSubject[];
  scorerVersion: string;
}

/** So far back "the weeks before" reach. */
export const weeksBefore = 12;

export const outcomeNames = {
  satisfied: 'Satisfied, asked',
  resolved: 'Resolved',
  'wrote-again': 'Had to write again',
  feeling: 'Feeling, first to last',
} as const;

export const subjectName = (subject: ChangeSubject): string =>
  isQuality(subject) ? qualityWords[subject].name : outcomeNames[subject];

export function findChanges({ asOf, subjects, scorerVersion }: ChangesInput): Changes {
  const compared = changeSubjects.flatMap((subject) => subjects.filter((one) => one.subject === subject)).map(compare);
  const clear = new Set(
    findClear(
      compared.flatMap(({ subject, difference, at }) => (difference.value === null ? [] : [{ id: subject, at }])),
    ),
  );
  const rows = compared.map((one) => describe(one, clear)).sort((a, b) => order[a.sign] - order[b.sign]);
  const weeks = Math.max(0, ...subjects.flatMap(({ cells }) => cells.map(({ week }) => week)));
  return { asOf, weeksBefore: weeks, rows, sentence: summarise(rows, weeks), scorerVersion };
}

interface Compared {
  subject: ChangeSubject;
  week: WeeksOfSubject['week'];
  last: Estimate;
  before: Estimate;
  difference: Estimate;
  at: (level: number) => Estimate;
}

function compare({ subject, week, cells }: WeeksOfSubject): Compared {
  const isShare = subject !== 'feeling';
  const at = (level: number) => estimateWeekDifference({ cells, isShare, level, minRows: fewestOpportunities });
  const of = (wanted: (week: number) => boolean) => estimateLevel(cells, wanted, isShare);
  return {
    ...{ subject, week, at },
    last: of((one) => one === 0),
    before: of((one) => one > 0),
    difference: at(defaultLevel),
  };
}

function estimateLevel(cells: readonly WeekCell[], wanted: (week: number) => boolean, isShare: boolean): Estimate {
  const clusters = new Map<string | number, { n: number; passed: number; total: number; squares: number }>();
  for (const { cluster, week, n, total, squares } of cells) {
    if (!wanted(week)) continue;
    const own = clusters.get(cluster) ?? { n: 0, passed: 0, total: 0, squares: 0 };
    clusters.set(cluster, {
      n: own.n + n,
      passed: own.passed + total,
      total: own.total + total,
      squares: own.squares + squares,
    });
  }
  const all = [...clusters.values()];
  return isShare ? estimateCountedShare(all) : estimateSummed(all);
}

const order: Record<ChangeRow['sign'], number> = { real: 0, 'could-be-chance': 1, 'cannot-tell': 2 };

function describe({ at: _, ...one }: Compared, clear: ReadonlySet<ChangeSubject>): ChangeRow {
  const { subject, difference, last, before } = one;
  const sign = difference.value === null ? 'cannot-tell' : clear.has(subject) ? 'real' : 'could-be-chance';
  const rose = (difference.value ?? 0) > 0;
  return {
    ...one,
    sign,
    isBetter: sign === 'real' ? rose !== (subject === 'wrote-again') : null,
    words: wordsOf(sign, subject, difference.value ?? 0),
    sentence: sentenceOf(subject, { sign, difference, last, before }),
  };
}

function wordsOf(sign: ChangeRow['sign'], subject: ChangeSubject, value: number): string {
  if (sign === 'cannot-tell') return 'Cannot tell yet';
  if (sign === 'could-be-chance') return 'Could be chance';
  return `Real, ${value > 0 ? 'up' : 'down'} ${amount(subject, Math.abs(value))}`;
}

/** "9" of a hundred, "less than 1", or "0.3" of feeling. */
function amount(subject: ChangeSubject, value: number): string {
  if (subject === 'feeling') return value < 0.05 ? 'less than 0.1' : value.toFixed(1);
  return value < 0.005 ? 'less than 1' : String(Math.round(value * 100));
}

type Told = Pick<ChangeRow, 'sign' | 'difference' | 'last' | 'before'>;

function sentenceOf(subject: ChangeSubject, { sign, difference, last, before }: Told): string {
  const name = subjectName(subject);
  if (difference.value === null || last.value === null || before.value === null) {
    return `${name}: ${whyNot(subject, last, before)}`;
  }
  const level = (value: number) =>
    subject === 'feeling' ? `${signed(value)} of ±2` : `${Math.round(value * 100)} in 100`;
  const moved = `${level(last.value)} in the newest week, ${level(before.value)} in the weeks before`;
  return sign === 'real'
    ? `${name}: ${moved}. That is more than weeks and agents differ by themselves.`
    : `${name}: ${moved}. The difference could be chance.`;
}

function whyNot(subject: ChangeSubject, last: { n: number }, before: { n: number }): string {
  const what = isQuality(subject) ? 'calls for it' : 'conversations that tell it';
  if (last.n >= fewestOpportunities && before.n >= fewestOpportunities) return 'every one of them was the same.';
  const [n, when] =
    last.n < fewestOpportunities ? [last.n, 'in the newest week'] : [before.n, 'in all the weeks before'];
  return `${n} ${what} ${when}; a comparison starts at ${fewestOpportunities}.`;
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

function summarise(rows: readonly ChangeRow[], weeks: number): string {
  if (weeks === 0)
    return 'These data are too short to compare a week with the weeks before it. Bring in an export of two months.';
  const real = rows.filter(({ sign }) => sign === 'real');
  const compared = rows.filter(({ sign }) => sign !== 'cannot-tell').length;
  if (compared === 0)
    return 'Too few conversations in the newest week to compare it with those before: read them instead.';
  const against = weeks === 1 ? 'the week before' : `the ${weeks} weeks before`;
  if (real.length === 0) {
    return `Nothing surely changed against ${against}; ${compared} ${compared === 1 ? 'thing was' : 'things were'} compared. Keep to what you are working on.`;
  }
  const names = real.map(({ subject, words }) => `${subjectName(subject)} (${words.toLowerCase()})`);
  return `Against ${against}: ${names.join(', ')}. Read some of the newest week before you explain it.`;
}

const isQuality = (subject: ChangeSubject): subject is QualityId => qualityIds.some((id) => id === subject);
