/**
 * A CSV of past reviews, one rating a row → ratings from 0 to 100, and a problem for every row that is none. No row is
 * dropped: whatever is not read comes back as it stands in the file, with its line, the reason and the way out.
 */
import {
  type PastReview,
  type PastReviewColumns,
  type PastReviewField,
  type PastReviewProblem,
  pastReviewFields,
  type SaidScale,
} from '@rapport/contract';
import { describeBroken } from '../csv/describe-broken.ts';
import { findBadCharacter } from '../decode-text.ts';
import { findDayOrder, readTime } from '../fields/read-time.ts';
import { defaultLimits } from '../limits.ts';
import { columnsOf, type GuessedColumn, guessPastReviewColumns } from './past-review-columns.ts';
import { guessScale, readRating, readScale, type Scale, scaleFor } from './read-rating.ts';
import { readTable, type TableRow } from './read-table.ts';

export interface PastReviewsRead {
  header: readonly string[];
  guessed: GuessedColumn[];
  columns: PastReviewColumns;
  /** Of the first rows, for each column. */
  samples: string[][];
  dayFirst: boolean | null;
  scales: { category: string; lowest: number; highest: number; said: boolean }[];
  rows: number;
  reviews: PastReview[];
  problems: PastReviewProblem[];
}

export interface PastReviewOptions {
  /** Absent: as guessed from the names. */
  columns?: PastReviewColumns | undefined;
  scale?: SaidScale | undefined;
  /** 1/2/2026 is the first of February; absent: as other dates of the file show. */
  dayFirst?: boolean | undefined;
}

/** @throws RapportError `unreadable-file` for a file that is no table at all */
export async function readPastReviews(bytes: Uint8Array, options: PastReviewOptions = {}): Promise<PastReviewsRead> {
  const { header, rows } = await readTable(bytes);
  const guessed = guessPastReviewColumns(header);
  const columns = options.columns ?? columnsOf(guessed);
  const indexOf = new Map<PastReviewField, number>();
  for (const field of pastReviewFields) {
    const at = header.indexOf(columns[field] ?? '');
    if (columns[field] !== undefined && at >= 0) indexOf.set(field, at);
  }
  const get = (row: TableRow, field: PastReviewField): string =>
    (row.cells[indexOf.get(field) ?? Number.NaN] ?? '').trim();
  const dates = rows.map((row) => findDayOrder(get(row, 'date'))).filter((order) => order !== null);
  const dayFirst = options.dayFirst ?? (dates.length === 0 ? null : !dates.includes('month-first'));
  const said = scaleFor(options.scale ?? 'guess');
  const scales = guessScales(rows, get, said);
  const read = rows.map((row) =>
    readRow(row, { header, columns, get, dayFirst: dayFirst ?? true, scaleOf: (one) => scales.get(one) ?? null }),
  );
  return {
    ...{ header, guessed, columns, dayFirst, rows: rows.length },
    samples: header.map((_, at) => [...new Set(rows.slice(0, 50).flatMap(({ cells }) => cells[at] || []))].slice(0, 3)),
    scales: [...scales].flatMap(([category, scale]) =>
      scale === null ? [] : [{ category, ...scale, said: said !== null }],
    ),
    reviews: read.flatMap((one) => ('reason' in one ? [] : [one])),
    problems: read.flatMap((one) => ('reason' in one ? [one] : [])),
  };
}

type Get = (row: TableRow, field: PastReviewField) => string;

/** Where no column names a scale, all numbers of a category together tell theirs. */
function guessScales(rows: readonly TableRow[], get: Get, said: Scale | null): Map<string, Scale | null> {
  const values = new Map<string, number[]>();
  for (const row of rows) {
    const category = get(row, 'category');
    const read = readRating(get(row, 'rating'));
    if (category === '' || readScale(get(row, 'scale')) !== null) continue;
    const known = values.get(category) ?? [];
    values.set(category, read.kind === 'number' ? [...known, read.value] : known);
  }
  return new Map([...values].map(([category, numbers]) => [category, said ?? guessScale(numbers)]));
}

interface RowContext {
  header: readonly string[];
  columns: PastReviewColumns;
  get: Get;
  dayFirst: boolean;
  scaleOf: (category: string) => Scale | null;
}

function readRow(row: TableRow, context: RowContext): PastReview | PastReviewProblem {
  const { header, columns, get } = context;
  const refused = (field: PastReviewField | null, reason: string, wayOut: string): PastReviewProblem => ({
    line: row.line,
    column: field === null ? null : (columns[field] ?? null),
    reason,
    wayOut,
    row: row.text,
  });
  const broken = describeBroken({ ...row, endByte: 0, endLine: 0 }, header);
  if (broken)
    return { ...refused(null, broken.reason, 'Mend the row and bring the file again.'), column: broken.column };
  for (const field of pastReviewFields) {
    const text = get(row, field);
    if (findBadCharacter(text))
      return refused(field, 'The cell holds a character that cannot be stored.', 'Take it out.');
    const most = field === 'comment' ? mostCommentCharacters : defaultLimits.idLength;
    if (text.length > most)
      return refused(field, `The cell has ${text.length} characters; ${most} are the most.`, 'Shorten it.');
  }
  const conversation = get(row, 'conversation');
  const category = get(row, 'category');
  if (conversation === '') return refused('conversation', 'It names no conversation.', 'Put its id into the row.');
  if (category === '') return refused('category', 'It names no category.', 'Put its name into the row.');
  const rating = scoreRow(row, context);
  if (typeof rating === 'string') return refused('rating', rating, ratingWayOut);
  const date = get(row, 'date');
  // The zone of a day a review was made on makes no difference to anything that is computed from it.
  const at = date === '' ? null : readTime(date, { dayFirst: context.dayFirst, timeZone: 'UTC' });
  if (at !== null && at.kind !== 'instant') {
    return refused(
      'date',
      `“${date}” is no date that can be read.`,
      'Write it as 2025-01-31, or leave the cell empty.',
    );
  }
  return {
    ...{ line: row.line, conversation, category, ...rating },
    ...{ reviewee: get(row, 'reviewee'), reviewer: get(row, 'reviewer'), comment: get(row, 'comment') },
    at: at?.at ?? null,
  };
}

const mostCommentCharacters = 20_000;
const ratingWayOut = 'Write a number of the scale, a word such as met, partly, missed, yes, no, or n/a.';

/** The score with its scale, or a sentence why there is none. */
function scoreRow(
  row: TableRow,
  { get, scaleOf }: RowContext,
): Pick<PastReview, 'score' | 'scaleLowest' | 'scaleHighest'> | string {
  const text = get(row, 'rating');
  const scaleText = get(row, 'scale');
  const scale =
    scaleText === '' ? scaleOf(get(row, 'category')) : (readScale(scaleText) ?? scaleOf(get(row, 'category')));
  const read = readRating(text);
  if (read.kind === 'unknown') return text === '' ? 'It has no rating.' : `“${text}” is no rating that can be read.`;
  if (scale === null) return `It is not known which scale “${text}” is on.`;
  const { lowest: scaleLowest, highest: scaleHighest } = scale;
  if (read.kind === 'not-applicable') return { score: null, scaleLowest, scaleHighest };
  if (read.kind === 'share') return { score: read.share * 100, scaleLowest, scaleHighest };
  const share = (read.value - scaleLowest) / (scaleHighest - scaleLowest);
  if (share < 0 || share > 1) return `${text} is not on the scale from ${scaleLowest} to ${scaleHighest}.`;
  return { score: share * 100, scaleLowest, scaleHighest };
}
