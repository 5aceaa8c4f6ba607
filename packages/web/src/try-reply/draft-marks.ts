/** From a draft check to the marks in the two fields, and to a headline whose key phrase can be marked. */
import type { DraftCheck } from '@rapport/qualities/check-draft';
import type { TextMark } from './mark-segments.ts';

export const draftMarks = (check: DraftCheck): TextMark[] =>
  check.marks.map(({ start, end, kind, number }) => ({
    start,
    end,
    kind,
    ...(number === undefined ? {} : { number }),
  }));

/** What the customer said that the draft skips, numbered like the items beside it. */
export const customerMarks = (check: DraftCheck): TextMark[] =>
  check.skipped.flatMap((finding, index) =>
    finding.quotes
      .filter((quote) => quote.of === 'customer')
      .map(({ start, end }) => ({ start, end, kind: 'called' as const, number: index + 1 })),
  );

/** "Two things they said" is marked, "that your draft skips." stands below it; any other headline stays plain. */
export function splitHeadline(headline: string): { marked: string; rest: string } {
  const at = headline.search(/ that your /);
  return at < 0 ? { marked: '', rest: headline } : { marked: headline.slice(0, at), rest: headline.slice(at + 1) };
}
