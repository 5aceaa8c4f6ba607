/** A scored table as CSV, in the form that `rapport analyse` reads: one row per conversation, blanks where nothing is known. */
import type { ScoredRow, ScoredTable } from './scored-table.ts';

export function writeScoredTable({ qualities, rows }: ScoredTable): string {
  const header = [
    'conversation',
    'agent',
    'week',
    'channel',
    'topic',
    'language',
    'opening_emotion',
    'closing_emotion',
    'resolved',
    'recontact_days',
    'followed_days',
    'csat',
    'coached_from_week',
    ...qualities.map((quality) => `m_${quality}`),
    'review_reason',
    'review_prob',
    'reviewer',
    ...qualities.map((quality) => `h_${quality}`),
    ...qualities.map((quality) => `h2_${quality}`),
  ];
  return `${[header, ...rows.map((row) => cellsOf(row, qualities.length))].map(writeLine).join('\n')}\n`;
}

function cellsOf(row: ScoredRow, count: number): (string | number | null)[] {
  const { review } = row;
  const blank = new Array<null>(count).fill(null);
  return [
    row.conversation,
    row.agent,
    row.week,
    row.channel,
    row.topic,
    row.language,
    row.openingEmotion,
    row.closingEmotion,
    row.resolved === null ? null : Number(row.resolved),
    row.recontactDays,
    row.followedDays,
    row.csat,
    row.coachedFromWeek,
    ...row.scores,
    review?.drawn ?? null,
    review?.probability ?? null,
    review?.reviewer ?? null,
    ...(review?.ratings ?? blank),
    ...(review?.second ?? blank),
  ];
}

function writeLine(cells: readonly (string | number | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
