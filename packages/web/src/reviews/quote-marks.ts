/** Quotes of a review as numbered marks: helped, half-way or hurt by the rating they stand under. */
import type { Category, Evidence, ReviewContent, ReviewDetail } from '@rapport/contract';
import type { Mark } from '../conversation/evidence-marks.ts';
import type { MarkKind } from '../design/EvidenceMark.tsx';
import { levelOf } from './review-words.ts';

export interface QuoteMark extends Mark {
  /** Ids of the categories the words stand under; none for the machine's own. */
  categories: string[];
  isMachine: boolean;
}

interface QuotedReview {
  messages: ReviewDetail['conversation']['messages'];
  content: ReviewContent;
  categories: readonly Category[];
  machine: Evidence | null;
}

const kindOf = { met: 'helped', partly: 'half', missed: 'hurt' } as const satisfies Record<string, MarkKind>;

export function quoteMarks({ messages, content, categories, machine }: QuotedReview): QuoteMark[] {
  const order = new Map(messages.map(({ id }, place) => [id, place]));
  const byId = new Map(categories.map((one) => [one.id, one]));
  const found = new Map<string, Omit<QuoteMark, 'label'>>();
  const add = (quote: Evidence, kind: MarkKind, categoryId: string | null) => {
    const key = `${quote.messageId} ${quote.start} ${quote.end} ${kind}`;
    const known = found.get(key);
    found.set(key, {
      ...{ kind, moments: [], quiet: false, isMachine: categoryId === null },
      ...{ messageId: quote.messageId, start: quote.start, end: quote.end, quote: quote.quote },
      categories: [...(known?.categories ?? []), ...(categoryId === null ? [] : [categoryId])],
    });
  };
  for (const { categoryId, chosen, quotes } of content.ratings) {
    const category = byId.get(categoryId);
    const level = category ? (levelOf(category, chosen) ?? null) : null;
    for (const quote of quotes) add(quote, level === null ? 'called' : kindOf[level], categoryId);
  }
  if (machine !== null) add(machine, 'called', null);
  const place = ({ messageId, start }: Omit<QuoteMark, 'label'>) => (order.get(messageId) ?? 0) * 1e7 + start;
  return [...found.values()]
    .toSorted((one, other) => place(one) - place(other))
    .map((mark, index) => ({ ...mark, label: String(index + 1) }));
}
