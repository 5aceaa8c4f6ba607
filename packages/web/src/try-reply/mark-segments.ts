/** Cuts a text at the edges of its marks, so that each piece carries every mark that covers it. */
import type { MarkKind } from '../design/EvidenceMark.tsx';

export interface TextMark {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  kind: MarkKind;
  /** Printed where the mark ends; which item beside the text it belongs to. */
  number?: number;
}

export interface Segment {
  start: number;
  text: string;
  kinds: MarkKind[];
  /** Numbers of the marks that end with this piece. */
  numbers: number[];
  /** Numbers of all marks that cover it. */
  within: number[];
}

/**
 * The pieces of `text` in order; joined they are the text again, whatever the marks are. Marks that lie outside the
 * text, because it was changed meanwhile, are cut to it or dropped.
 */
export function markSegments(text: string, marks: readonly TextMark[]): Segment[] {
  const fitting = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const edges = [...new Set([0, text.length, ...fitting.flatMap((mark) => [mark.start, mark.end])])].sort(
    (one, other) => one - other,
  );
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covering = fitting.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      text: text.slice(start, end),
      kinds: unique(covering.map((mark) => mark.kind)),
      numbers: numbersOf(covering.filter((mark) => mark.end === end)),
      within: numbersOf(covering),
    };
  });
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const numbersOf = (marks: readonly TextMark[]): number[] => unique(marks.flatMap((mark) => mark.number ?? []));
