/** Which column of a file of past reviews holds what, by the names exports use. */
import { type PastReviewColumns, type PastReviewField, pastReviewFields } from '@rapport/contract';
import { plainName } from '../csv/column-synonyms.ts';

/** Sure names first, after the bar those that need a second look. */
const names: Record<PastReviewField, string> = {
  conversation:
    'conversation conversation_id ticket_id ticket case_id case external_id thread_id chat_id | id ticket_number number interaction_id interaction contact_id',
  reviewee:
    'reviewee reviewee_name agent agent_name reviewee_email evaluated_agent agent_email | user user_name advisor teammate employee rep owner',
  reviewer:
    'reviewer reviewer_name reviewer_email evaluator grader evaluated_by graded_by reviewed_by | qa_analyst analyst author created_by auditor',
  category:
    'category category_name rating_category criterion criteria question line_item | name section topic rating_name item',
  rating: 'rating category_rating category_score score answer grade | value result points rating_value mark',
  scale: 'scale rating_scale scale_type max_score max_rating | max maximum points_possible possible_points out_of',
  comment: 'comment comments reviewer_comment feedback note notes | text remark explanation reason',
  date: 'date reviewed_at review_date created_at evaluation_date graded_at rated_at | created time timestamp review_created updated_at',
};

export interface GuessedColumn {
  column: string;
  field: PastReviewField | null;
  sure: boolean;
}

/** Each field goes to the column whose name fits it best; every column is given one field at most. */
export function guessPastReviewColumns(header: readonly string[]): GuessedColumn[] {
  const ranked = pastReviewFields.flatMap((field) =>
    header.flatMap((column) => {
      const rank = rankName(field, column);
      return rank === null ? [] : [{ field, column, rank }];
    }),
  );
  ranked.sort((a, b) => a.rank - b.rank);
  const byColumn = new Map<string, { field: PastReviewField; sure: boolean }>();
  const given = new Set<PastReviewField>();
  for (const { field, column, rank } of ranked) {
    if (given.has(field) || byColumn.has(column)) continue;
    given.add(field);
    byColumn.set(column, { field, sure: rank < 100 });
  }
  return header.map((column) => ({ column, ...(byColumn.get(column) ?? { field: null, sure: false }) }));
}

export function columnsOf(guessed: readonly GuessedColumn[]): PastReviewColumns {
  return Object.fromEntries(guessed.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])));
}

function rankName(field: PastReviewField, column: string): number | null {
  const plain = plainName(column);
  const [sure = '', maybe = ''] = names[field].split(' | ');
  const inSure = sure.split(' ').indexOf(plain);
  if (inSure >= 0) return inSure;
  const inMaybe = maybe.split(' ').indexOf(plain);
  return inMaybe < 0 ? null : 100 + inMaybe;
}
