/** Cuts a text wherever a mark begins or ends, so that overlapping marks can be drawn side by side without nesting. */

export interface Stretch {
  start: number;
  end: number;
}

export interface Segment<Mark extends Stretch> {
  start: number;
  text: string;
  /** Every mark that covers this segment. */
  marks: readonly Mark[];
  /** The marks that end with this segment, where their number stands. */
  ends: readonly Mark[];
}

/** The segments put together are the text again, letter by letter. Marks outside the text are cut to it. */
export function segmentText<Mark extends Stretch>(text: string, marks: readonly Mark[]): Segment<Mark>[] {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < text.length && mark.end > 0);
  const cuts = new Set([0, text.length]);
  for (const mark of inside) {
    cuts.add(Math.max(0, mark.start));
    cuts.add(Math.min(text.length, mark.end));
  }
  const places = [...cuts].toSorted((one, other) => one - other);
  return places.slice(0, -1).flatMap((start, index) => {
    const end = places[index + 1] ?? text.length;
    if (start === end) return [];
    return [
      {
        start,
        text: text.slice(start, end),
        marks: inside.filter((mark) => mark.start <= start && mark.end >= end),
        ends: inside.filter((mark) => Math.min(text.length, mark.end) === end),
      },
    ];
  });
}
